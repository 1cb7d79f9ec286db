export type { BoardNotice } from './board.js'
export { factsInWords, type NoticeFact, type NoticeKind, noticeKinds, noticeKindsOf } from './kind.js'
export { factsSchema, shownLineStates } from './line.js'
export { notices } from './notices.js'
