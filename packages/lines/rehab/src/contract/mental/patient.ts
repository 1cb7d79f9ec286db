import { choice, date, defineRecord, flag, multiline, optional, reference, whole } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/**
 * Somebody with a mental illness in the federation's care (精神病防治康复对象), found by the census or later, with whoever watches over him. The risk
 * rating of the health authorities is theirs: it is kept nowhere here, and only that they follow him is.
 */
export const patient = defineRecord({
  fields: {
    ...clientFields('残疾人'),
    foundOn: date({ privacy: 'S2', headings: ['检出日期', '建档日期'] }),
    source: choice(['census', 'survey', 'hospital', 'village', 'transfer'], { headings: ['来源'] }),
    guardian: optional(reference('persons.guardian', { headings: ['监护人'] })),
    guardedOn: optional(date({ headings: ['落实监护日期'] })),
    station: optional(reference('organisations.organisation', { headings: ['社区康复站'] })),
    isKnownToHealth: optional(flag({ headings: ['卫生健康部门是否随访'] })),
    leftOn: optional(date({ headings: ['退出日期'] })),
    leaveReason: optional(choice(['recovered', 'moved', 'deceased', 'declined'])),
    remark: optional(multiline({ privacy: 'S3', storage: 'sealed' })),
    state: choice(['registered', 'guarded', 'left']),
  },
  scope: { from: 'person' },
  title: 'clientName',
  search: ['clientName'],
  list: {
    columns: ['clientName', 'foundOn', 'source', 'state', 'guardedOn', 'station'],
    filters: ['person', 'source', 'state', 'guardian', 'station', 'foundOn', 'guardedOn'],
    orders: ['foundOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'registered',
    final: ['left'],
    transitions: {
      guard: { from: 'registered', to: 'guarded', requires: ['guardian', 'guardedOn'] },
      leave: { from: ['registered', 'guarded'], to: 'left', requires: ['leftOn', 'leaveReason'] },
    },
    clocks: { guarding: { runs: ['registered'], statutory: { days: 30 }, remind: 5 } },
    waits: {
      registered: { owner: 'village', clock: 'guarding', escape: 'guard' },
      guarded: { owner: 'village', clock: null, escape: 'leave' },
    },
  },
})

/** What a visit to somebody in care found: what the four rates are told from. */
export const careVisit = defineRecord({
  fields: {
    patient: reference('rehab.patient'),
    visitedOn: date({ headings: ['随访日期'] }),
    way: choice(['visit', 'phone', 'station'], { headings: ['随访方式'] }),
    improvement: choice(['marked', 'improved', 'unchanged', 'worse'], {
      privacy: 'S3',
      isOpen: true,
      headings: ['好转情况'],
    }),
    participation: choice(['work', 'study', 'housework', 'social', 'none'], { headings: ['社会参与'] }),
    /** 肇事肇祸: since the visit before. */
    incidents: whole({ privacy: 'S3', isOpen: true, max: 100, headings: ['肇事次数'] }),
    medication: choice(['regular', 'intermittent', 'none'], { privacy: 'S3', isOpen: true, headings: ['服药情况'] }),
    nextOn: optional(date({ headings: ['下次随访日期'] })),
    note: optional(multiline({ privacy: 'S3', storage: 'sealed' })),
  },
  scope: { from: 'patient' },
  title: 'visitedOn',
  list: {
    columns: ['visitedOn', 'patient', 'improvement', 'participation', 'incidents', 'medication'],
    filters: ['patient', 'way', 'improvement', 'participation', 'medication', 'visitedOn', 'nextOn'],
    orders: ['visitedOn'],
    direction: 'descending',
  },
})
