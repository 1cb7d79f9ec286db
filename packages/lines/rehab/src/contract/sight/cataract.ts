import { choice, code, date, defineRecord, flag, multiline, optional, reference } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'
import { costFields } from '../shared/cost.js'
import { visualAcuities } from './acuities.js'

const eyes = ['left', 'right', 'both'] as const

/**
 * Somebody with a cataract on the way to seeing again (白内障复明): found, screened, operated on, looked at afterwards. Whoever cannot or will not be
 * operated on is taken out with the reason.
 */
export const cataract = defineRecord({
  fields: {
    ...clientFields('患者'),
    need: optional(reference('persons.need')),
    foundOn: date({ headings: ['发现日期'] }),
    foundBy: choice(['screening', 'survey', 'outreach', 'clinic', 'self'], { headings: ['发现途径'] }),
    eye: choice(eyes, { privacy: 'S3', isOpen: true, headings: ['患眼'] }),
    acuityBefore: optional(code(visualAcuities, { privacy: 'S3', isOpen: true, headings: ['术前视力'] })),
    screenedOn: optional(date({ headings: ['筛查日期'] })),
    hospital: optional(reference('organisations.organisation', { headings: ['手术医院'] })),
    operatedOn: optional(date({ headings: ['手术日期'] })),
    operatedEye: optional(choice(eyes, { privacy: 'S3', isOpen: true, headings: ['手术眼'] })),
    /** 人工晶体 */
    hasLens: optional(flag({ headings: ['是否植入人工晶体'] })),
    ...costFields,
    followedOn: optional(date({ headings: ['术后随访日期'] })),
    acuityAfter: optional(code(visualAcuities, { privacy: 'S3', isOpen: true, headings: ['术后视力'] })),
    complication: optional(multiline({ privacy: 'S3', storage: 'sealed' })),
    excludedOn: optional(date()),
    excludeReason: optional(choice(['not-operable', 'declined', 'operated-elsewhere', 'moved', 'deceased'])),
    state: choice(['found', 'screened', 'operated', 'followed', 'excluded']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'foundOn', 'state', 'hospital', 'operatedOn', 'isFree', 'acuityAfter'],
    filters: ['person', 'need', 'state', 'foundBy', 'hospital', 'isFree', 'foundOn', 'operatedOn', 'budgetLine'],
    orders: ['foundOn', 'operatedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'found',
    final: ['followed', 'excluded'],
    transitions: {
      screen: { from: 'found', to: 'screened', requires: ['screenedOn', 'acuityBefore'] },
      operate: { from: 'screened', to: 'operated', requires: ['hospital', 'operatedOn', 'operatedEye', 'hasLens'] },
      followUp: { from: 'operated', to: 'followed', requires: ['followedOn', 'acuityAfter'] },
      exclude: { from: ['found', 'screened'], to: 'excluded', requires: ['excludedOn', 'excludeReason'] },
    },
    clocks: {
      screening: { runs: ['found'], statutory: { days: 60 }, remind: 5 },
      surgery: { runs: ['screened'], statutory: { days: 90 }, remind: 10 },
      followUp: { runs: ['operated'], statutory: { days: 30 }, remind: 3 },
    },
    waits: {
      found: { owner: 'county', clock: 'screening', escape: 'exclude' },
      screened: { owner: 'institution', clock: 'surgery', escape: 'exclude' },
      operated: { owner: 'institution', clock: 'followUp', escape: 'followUp' },
    },
  },
  sections: [
    { title: 'cataract.section.found', fields: ['person', 'need', 'foundOn', 'foundBy', 'eye'] },
    {
      title: 'cataract.section.surgery',
      fields: ['screenedOn', 'acuityBefore', 'hospital', 'operatedOn', 'operatedEye', 'hasLens', 'complication'],
    },
    {
      title: 'cataract.section.cost',
      fields: ['cost', 'fundPaid', 'insurancePaid', 'reduced', 'selfPaid', 'isFree', 'budgetLine'],
    },
    { title: 'cataract.section.after', fields: ['followedOn', 'acuityAfter', 'excludedOn', 'excludeReason'] },
  ],
})
