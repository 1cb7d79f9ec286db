import { attachments, choice, code, date, defineRecord, multiline, optional, reference, text } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'
import { disabilityCategories } from '@opendpf/standards'

/**
 * The rehabilitation file of a client (康复档案), one open at a time for each person: what was assessed, planned, given and checked hangs on it. It waits for an
 * assessment, then for a plan, is served, and is put away.
 */
export const file = defineRecord({
  fields: {
    ...clientFields('残疾人'),
    number: text({ max: 40, headings: ['档案编号', '康复卡号'] }),
    openedOn: date({ headings: ['建档日期'] }),
    /** What the file is about; it need not be that of a certificate, which small children do not have yet. */
    category: code(disabilityCategories, { privacy: 'S3', isOpen: true, headings: ['残疾类别'] }),
    condition: optional(multiline({ privacy: 'S3', storage: 'sealed', headings: ['功能状况'] })),
    station: optional(reference('organisations.organisation', { headings: ['康复站'] })),
    coordinator: optional(text({ privacy: 'S2', headings: ['康复协调员'] })),
    /** 康复服务卡: the standard card that the client keeps. */
    cardIssuedOn: optional(date({ headings: ['发卡日期'] })),
    papers: optional(attachments({ privacy: 'S3' })),
    nextReviewOn: optional(date()),
    archivedOn: optional(date({ headings: ['归档日期'] })),
    archiveReason: optional(choice(['reached', 'moved', 'deceased', 'declined', 'other'])),
    state: choice(['to-assess', 'to-plan', 'serving', 'archived']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'number', 'category', 'openedOn', 'state', 'station', 'nextReviewOn'],
    filters: ['person', 'number', 'category', 'state', 'station', 'openedOn', 'nextReviewOn'],
    orders: ['openedOn', 'nextReviewOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'to-assess',
    final: ['archived'],
    transitions: {
      assess: { from: 'to-assess', to: 'to-plan', by: 'system' },
      serve: { from: 'to-plan', to: 'serving', by: 'system' },
      archive: {
        from: ['to-assess', 'to-plan', 'serving'],
        to: 'archived',
        requires: ['archivedOn', 'archiveReason'],
        guards: ['planEnded'],
      },
    },
    clocks: {
      assessment: { runs: ['to-assess'], statutory: { workingDays: 30 }, remind: 5 },
      planning: { runs: ['to-plan'], statutory: { workingDays: 15 }, remind: 3 },
    },
    waits: {
      'to-assess': { owner: 'institution', clock: 'assessment', escape: 'archive' },
      'to-plan': { owner: 'town', clock: 'planning', escape: 'archive' },
      serving: { owner: 'institution', clock: null, escape: 'archive' },
    },
  },
  sections: [
    { title: 'file.section.client', fields: ['person', 'number', 'category', 'condition', 'openedOn', 'cardIssuedOn'] },
    { title: 'file.section.care', fields: ['station', 'coordinator', 'nextReviewOn', 'papers'] },
    { title: 'file.section.end', fields: ['archivedOn', 'archiveReason'] },
  ],
})
