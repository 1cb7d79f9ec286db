import { mannersByName } from './records/attendance.js'

/** Papers of an activity. */
export const activityDocuments = {
  /** 签到表: those who were admitted, with room for signatures and for people who come without having asked. */
  signInSheet: { record: 'session' },
  /** 参加证明: somebody was there, on which days. */
  certificate: { record: 'attendance', where: { manner: mannersByName } },
} as const
