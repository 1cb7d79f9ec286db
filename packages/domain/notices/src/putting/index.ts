export { lineOf, withdrawLines } from './lines-of.js'
export { lockDrafts } from './lock-drafts.js'
export { type NewLine, putLine } from './put-line.js'
