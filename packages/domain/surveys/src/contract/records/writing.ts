/** The steps by which a record that somebody writes is begun, and sent back to him. */
export const writingSteps = {
  start: { from: ['to-do', 'returned'], to: 'working', by: 'system' },
  sendBack: { from: 'done', to: 'returned', requires: ['returnReason'] },
} as const

/** Who has a record: its village writes it, and the town looks through it. */
export const writingWaits = {
  'to-do': { owner: 'village', clock: null, escape: 'finish' },
  working: { owner: 'village', clock: null, escape: 'finish' },
  returned: { owner: 'village', clock: null, escape: 'finish' },
  done: { owner: 'town', clock: null, escape: 'check' },
} as const
