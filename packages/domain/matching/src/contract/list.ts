import {
  attachments,
  choice,
  date,
  declarationName,
  defineRecord,
  division,
  flag,
  multiline,
  optional,
  text,
  whole,
} from '@opendpf/kit'
import { matchingId } from './kind.js'

const count = () => whole({ isDerived: true, max: 10_000_000 })

/**
 * A list that came from elsewhere (外部名单): of what kind, from whom, with which document, of which day. Its rows are imported while it
 * receives, one list of a county at a time; then they are compared with the register, and a person decides every difference.
 */
export const list = defineRecord({
  fields: {
    title: text({ max: 100 }),
    kind: declarationName(matchingId),
    source: text({ max: 100 }),
    document: text({ max: 100 }),
    /** The day of which the list tells. */
    asOf: date(),
    receivedOn: date(),
    division: division(),
    /** Whether everybody of the area is in it: only then it says something of who is not. */
    isWhole: flag(),
    files: optional(attachments({ privacy: 'S3', max: 6 })),
    rows: count(),
    matched: count(),
    doubtful: count(),
    unknown: count(),
    differing: count(),
    confirmed: count(),
    rejected: count(),
    comparedOn: optional(date({ isDerived: true })),
    note: optional(multiline({ max: 500 })),
    state: choice(['draft', 'receiving', 'comparing', 'compared', 'closed', 'cancelled']),
  },
  scope: 'division',
  title: 'title',
  operations: ['create', 'update', 'export'],
  list: {
    columns: ['title', 'kind', 'asOf', 'state', 'rows', 'matched', 'differing', 'confirmed', 'rejected'],
    filters: ['kind', 'state', 'asOf'],
    orders: ['asOf'],
    direction: 'descending',
  },
  sections: [
    {
      title: 'list.section.list',
      fields: ['title', 'kind', 'source', 'document', 'asOf', 'receivedOn', 'division', 'isWhole', 'files', 'note'],
    },
    {
      title: 'list.section.result',
      fields: ['state', 'rows', 'matched', 'doubtful', 'unknown', 'comparedOn', 'differing', 'confirmed', 'rejected'],
    },
  ],
  workflow: {
    field: 'state',
    initial: 'draft',
    final: ['closed', 'cancelled'],
    transitions: {
      receive: { from: 'draft', to: 'receiving' },
      // another list of the county receives now
      pause: { from: 'receiving', to: 'draft', by: 'system' },
      compare: { from: ['draft', 'receiving'], to: 'comparing', guards: ['hasRows', 'nothingDoubtful'] },
      finish: { from: 'comparing', to: 'compared', by: 'system' },
      close: { from: 'compared', to: 'closed', guards: ['allDecided'] },
      cancel: { from: ['draft', 'receiving'], to: 'cancelled', requires: ['note'] },
    },
    waits: {
      draft: { owner: 'county', clock: null, escape: 'receive' },
      receiving: { owner: 'county', clock: null, escape: 'cancel' },
      comparing: { owner: 'system', clock: null, escape: 'finish' },
      compared: { owner: 'county', clock: null, escape: 'close' },
    },
  },
})
