export { askAgain } from './rechecking/ask-again.js'
export { drawSample } from './rechecking/draw-sample.js'
export { surveysServer } from './surveys-server.js'
