import { choice, date, defineRecord, division, flag, multiline, optional, reference, text, whole } from '@opendpf/kit'
import { remedyFields, remedySteps } from '../shared/remedy.js'

/** What a station has to have (社区康复站建设标准); each is yes or no at an inspection. */
export const requirements = [
  'hasRoom',
  'hasEquipment',
  'hasCoordinator',
  'hasRules',
  'hasFiles',
  'hasTraining',
  'hasAccess',
  'hasReferral',
] as const

/** A place where people are rehabilitated near home (康复站点): a centre, a station of a town or village, a department of a hospital. */
export const station = defineRecord({
  fields: {
    division: division(),
    title: text({ max: 100, headings: ['站点名称', '名称'] }),
    kind: choice(['centre', 'guidance-station', 'station', 'hospital-department', 'health-centre-room'], {
      headings: ['类型'],
    }),
    level: choice(['city', 'county', 'town', 'village'], { headings: ['级别'] }),
    /** The hospital or centre that it is part of. */
    host: optional(reference('organisations.organisation', { headings: ['依托单位'] })),
    hostKind: optional(choice(['general', 'chinese-medicine', 'orthopaedic', 'mental', 'health-centre', 'other'])),
    /** Level of the hospital that it is part of: 一级、二级、三级. */
    hospitalLevel: optional(choice(['1', '2', '3'], { headings: ['医院等级'] })),
    openedOn: date({ headings: ['建立日期'] }),
    upgradedOn: optional(date({ headings: ['提升日期'] })),
    closedOn: optional(date({ headings: ['撤销日期'] })),
    coordinator: optional(text({ privacy: 'S2', headings: ['康复协调员'] })),
    /** What the latest inspection found. */
    isUpToStandard: optional(flag({ isDerived: true })),
    inspectedOn: optional(date({ isDerived: true })),
    remark: optional(multiline({ max: 500 })),
  },
  scope: 'division',
  title: 'title',
  list: {
    columns: ['title', 'division', 'kind', 'level', 'openedOn', 'isUpToStandard', 'inspectedOn'],
    filters: ['kind', 'level', 'host', 'hostKind', 'hospitalLevel', 'isUpToStandard', 'openedOn', 'closedOn'],
    orders: ['title', 'openedOn'],
  },
})

/** A look at a station by the list of what it has to have; what is missing is put right by a day. */
export const stationCheck = defineRecord({
  fields: {
    station: reference('rehab.station'),
    checkedOn: date({ headings: ['验收日期', '检查日期'] }),
    hasRoom: flag(),
    hasEquipment: flag(),
    hasCoordinator: flag(),
    hasRules: flag(),
    hasFiles: flag(),
    hasTraining: flag(),
    hasAccess: flag(),
    hasReferral: flag(),
    /** How many of them are met. */
    met: whole({ isDerived: true }),
    findings: optional(multiline({ max: 1000 })),
    ...remedyFields,
    state: choice(['checked', 'accepted', 'remedying', 'remedied']),
  },
  scope: { from: 'station' },
  title: 'checkedOn',
  list: {
    columns: ['checkedOn', 'station', 'met', 'state', 'remedyBy', 'remediedOn'],
    filters: ['station', 'state', 'checkedOn', 'remedyBy'],
    orders: ['checkedOn', 'remedyBy'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'checked',
    final: ['accepted', 'remedied'],
    transitions: {
      accept: { from: 'checked', to: 'accepted', guards: ['allMet'] },
      ...remedySteps('checked'),
    },
    waits: {
      checked: { owner: 'county', clock: null, escape: 'askRemedy' },
      remedying: { owner: 'institution', clock: null, escape: 'confirmRemedy' },
    },
  },
})
