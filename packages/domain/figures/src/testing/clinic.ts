import {
  choice,
  code,
  date,
  defineModule,
  defineRecord,
  division,
  name,
  optional,
  reference,
  whole,
} from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { sexes } from '@opendpf/standards'
import { sql } from 'kysely'
import { indicators } from '../contract/index.js'
import { measures } from '../reading/index.js'

const both = (text: string) => ({ 'zh-CN': text, en: text })

const patient = defineRecord({
  fields: { name: name(), division: division(), sex: optional(code(sexes)), since: date() },
  scope: 'division',
  title: 'name',
  list: { columns: ['name', 'sex'], filters: ['sex'], orders: ['name'] },
})

const visit = defineRecord({
  fields: {
    patient: reference('clinic.patient'),
    kind: choice(['home', 'centre']),
    heldOn: date(),
    minutes: optional(whole()),
    division: division(),
  },
  scope: 'division',
  title: 'heldOn',
  list: { columns: ['patient', 'heldOn', 'kind'], filters: ['kind', 'heldOn'], orders: ['heldOn'] },
})

const words = {
  title: '康复站',
  patient: '对象',
  'patient.name': '姓名',
  'patient.division': '区划',
  'patient.sex': '性别',
  'patient.since': '登记日期',
  visit: '服务',
  'visit.patient': '对象',
  'visit.kind': '方式',
  'visit.kind.home': '上门',
  'visit.kind.centre': '到站',
  'visit.heldOn': '日期',
  'visit.minutes': '分钟',
  'visit.division': '地点',
} as const

const flow = {
  counts: both('服务'),
  dateMeans: both('服务日期'),
  kind: 'flow',
  version: 1,
  lists: 'clinic.visit',
  dateField: 'heldOn',
  isPlacedAsListed: true,
  dimensions: {
    kind: { title: both('方式'), field: 'clinic.visit.kind' },
    sex: { title: both('性别'), codes: sexes.entries },
  },
} as const
const stock = {
  counts: both('登记的对象'),
  dateMeans: both('登记日期'),
  kind: 'stock',
  version: 1,
} as const

const declared = indicators({
  visits: { ...flow, title: both('服务人次'), unit: 'person-time', reading: 'count', direction: 'more' },
  served: { ...flow, title: both('服务人数'), unit: 'person', reading: 'distinct', direction: 'more', version: 2 },
  minutes: { ...flow, title: both('服务分钟'), unit: 'item', reading: 'sum' },
  median: { ...flow, title: both('每次分钟中位数'), unit: 'item', reading: 'median' },
  slowest: { ...flow, title: both('每次分钟九成'), unit: 'item', reading: 'p90' },
  homeVisits: { ...flow, title: both('上门人次'), unit: 'person-time', reading: 'count', finest: 'town' },
  patients: {
    ...stock,
    title: both('登记人数'),
    unit: 'person',
    reading: 'count',
    lists: 'clinic.patient',
    dimensions: { sex: { title: both('性别'), codes: sexes.entries } },
  },
  homeShare: {
    ...flow,
    title: both('上门占比'),
    unit: 'percent',
    reading: 'ratio',
    of: both('全部服务'),
    part: 'homeVisits',
    whole: 'visits',
  },
  population: { ...stock, title: both('人口'), unit: 'person', reading: 'external' },
  patientShare: {
    ...stock,
    title: both('登记占人口'),
    unit: 'percent',
    reading: 'ratio',
    of: both('人口'),
    part: 'patients',
    whole: 'population',
  },
})

/** A module for tests: patients and visits to them, with an indicator of every reading. */
export const clinic = defineModule({
  id: 'clinic',
  records: { patient, visit },
  declares: { figures: declared },
  messages: { 'zh-CN': words, en: words },
})

const visits = sql`
  select v.patient, v.id as row, v.division, v.held_on as date, v.minutes as value, v.kind, p.sex
  from clinic_visit v join clinic_patient p on p.id = v.patient`
const visitsOf = (unit: 'row' | 'patient') => () => ({ rows: visits, unit })

export const clinicServer = implementModule(clinic, {
  migrations: {
    '0001_init': async ({ createRecord }) => {
      await createRecord('clinic_patient', {
        scope: 'division',
        columns: { name: 'text', sex: 'text?', since: 'date' },
        orders: ['name'],
      })
      await createRecord('clinic_visit', {
        scope: 'division',
        columns: { patient: 'text', kind: 'text', held_on: 'date', minutes: 'whole?' },
        orders: ['held_on'],
        indexes: ['patient'],
      })
    },
  },
  provides: {
    figures: measures(declared, {
      visits: visitsOf('row'),
      served: visitsOf('patient'),
      minutes: visitsOf('row'),
      median: visitsOf('row'),
      slowest: visitsOf('row'),
      homeVisits: () => sql`select row as unit, v.* from (${visits}) as v where kind = 'home'`,
      patients: ({ db, at }) =>
        db
          .selectFrom('clinic_patient')
          .select(['id as unit', 'id as row', 'division', 'since as date', 'sex'])
          .where('since', '<=', at),
    }),
  },
})
