import {
  choice,
  defineRecord,
  division,
  flag,
  instant,
  multiline,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'

/** Where an export is. `ready` turns into `expired` when its file is deleted. */
export const exportStates = ['waiting-for-approval', 'queued', 'ready', 'failed', 'expired', 'refused'] as const
export type ExportState = (typeof exportStates)[number]

export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

const derived = { isDerived: true } as const

/**
 * A list taken out of the system: what was asked for and why, who let it out, and until when the file is there. Unmasked personal
 * data needs a second person's approval (个人信息保护法 第 51 条; DOMAIN 8.3: export = approval, watermark, expiry).
 */
export const exportRecord = defineRecord({
  fields: {
    title: text({ ...derived, max: 200 }),
    record: text(derived),
    format: choice(exportFormats, derived),
    isUnmasked: flag(derived),
    reason: multiline({ ...derived, max: 500 }),
    state: choice(exportStates, derived),
    /** The list query as JSON; it may hold a name or a number that was searched for. */
    query: text({ ...derived, privacy: 'S4', storage: 'sealed', max: 20_000 }),
    askedBy: text(derived),
    askedByName: text(derived),
    decidedBy: optional(text(derived)),
    decidedByName: optional(text(derived)),
    decisionReason: optional(multiline({ ...derived, max: 500 })),
    rows: whole({ ...derived, max: 100_000_000 }),
    fileBytes: whole({ ...derived, max: 2_000_000_000 }),
    message: optional(text({ ...derived, max: 1000 })),
    job: optional(reference('system.job', derived)),
    askedAt: instant(),
    decidedAt: optional(instant()),
    readyAt: optional(instant()),
    expiresAt: optional(instant()),
    division: division(derived),
  },
  scope: 'division',
  title: 'title',
  list: {
    // whoever lets a list out has to see who asks for what and why
    columns: [
      'title',
      'record',
      'division',
      'reason',
      'state',
      'isUnmasked',
      'rows',
      'askedByName',
      'askedAt',
      'expiresAt',
    ],
    filters: ['state', 'record', 'isUnmasked', 'askedBy'],
    orders: ['askedAt'],
    direction: 'descending',
  },
  sections: [
    {
      title: 'export.section.request',
      fields: ['title', 'record', 'format', 'isUnmasked', 'reason', 'askedByName', 'askedAt', 'division'],
    },
    { title: 'export.section.decision', fields: ['state', 'decidedByName', 'decidedAt', 'decisionReason', 'message'] },
    { title: 'export.section.file', fields: ['rows', 'fileBytes', 'readyAt', 'expiresAt', 'job'] },
  ],
  operations: [],
})
