export { preset as default } from './tsup.mjs'
