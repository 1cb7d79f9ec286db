export { startVerifyPage } from './start-verify-page.js'
