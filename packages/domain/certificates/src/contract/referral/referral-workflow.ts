/** Accept, assess, post, send to the county of the household register, and hear what it decided (办法 第 9 条; 跨省通办 since 2021-06-28). */
export const referralWorkflow = {
  field: 'state',
  initial: 'accepted',
  final: ['approved', 'returned', 'refused'],
  transitions: {
    assess: {
      from: 'accepted',
      to: 'assessed',
      requires: ['institution', 'assessedOn', 'doctors', 'components', 'criterion'],
      guards: ['isHere', 'needsAssessment'],
    },
    prepare: { from: 'accepted', to: 'ready', guards: ['isHere', 'needsNoAssessment'] },
    refuse: { from: ['accepted', 'assessed', 'posted', 'ready'], to: 'refused', requires: ['refusalNote'] },
    post: { from: 'assessed', to: 'posted', requires: ['noticePlace'], guards: ['isPosted'] },
    skipPosting: { from: 'assessed', to: 'ready', guards: ['isNotPosted'] },
    // what becomes of its line on the notice is told by the engine of notices
    object: { from: 'posted', to: 'objected', by: 'system' },
    upholdObjection: { from: 'objected', to: 'accepted', by: 'system' },
    rejectObjection: { from: 'objected', to: 'posted', by: 'system' },
    endPosting: { from: 'posted', to: 'ready', by: 'system' },
    returnFromPosting: { from: ['posted', 'objected'], to: 'assessed', by: 'system' },
    send: { from: 'ready', to: 'sent', guards: ['isHere'] },
    approveThere: { from: 'sent', to: 'approved', by: 'system' },
    returnThere: { from: 'sent', to: 'returned', by: 'system', requires: ['outcome'] },
    noteApproval: { from: 'sent', to: 'approved', requires: ['outcome'], guards: ['leavesSystem'] },
    noteReturn: { from: 'sent', to: 'returned', requires: ['outcome'], guards: ['leavesSystem'] },
  },
  clocks: {
    acceptance: { runs: ['accepted'], statutory: { workingDays: 20 }, remind: 3 },
    sending: { runs: ['ready'], statutory: { workingDays: 5 }, remind: 1 },
  },
  waits: {
    accepted: { owner: 'county', clock: 'acceptance', escape: 'refuse' },
    assessed: { owner: 'county', clock: null, escape: 'skipPosting' },
    posted: { owner: 'village', clock: null, escape: 'endPosting' },
    objected: { owner: 'county', clock: null, escape: 'rejectObjection' },
    ready: { owner: 'county', clock: 'sending', escape: 'send' },
    sent: { owner: 'other-department', clock: null, escape: 'noteReturn' },
  },
} as const
