import { indicators } from '@opendpf/figures'
import { measures } from '@opendpf/figures/reading'
import { choice, code, date, defineModule, defineRecord, division, name, reference, whole } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { sexes } from '@opendpf/standards'
import { sql } from 'kysely'

const both = (text: string) => ({ 'zh-CN': text, en: text })

/** The kinds of services, each a record of its own, as service lines have them. */
export const serviceKinds = ['training', 'aid', 'care', 'advice'] as const
type ServiceKind = (typeof serviceKinds)[number]

const client = defineRecord({
  fields: { name: name(), division: division(), sex: code(sexes), since: date() },
  scope: 'division',
  title: 'name',
  list: { columns: ['name', 'sex'], filters: ['sex'], orders: ['name'] },
})

const service = defineRecord({
  fields: {
    client: reference('bench.client'),
    place: choice(['home', 'centre', 'village']),
    heldOn: date(),
    minutes: whole(),
    division: division(),
  },
  scope: 'division',
  title: 'heldOn',
  list: { columns: ['client', 'heldOn', 'place'], filters: ['place', 'heldOn'], orders: ['heldOn'] },
})

const flow = (kind: ServiceKind) =>
  ({
    counts: both('服务'),
    dateMeans: both('服务日期'),
    kind: 'flow',
    version: 1,
    lists: `bench.${kind}`,
    dateField: 'heldOn',
    isPlacedAsListed: true,
    dimensions: {
      place: { title: both('方式'), field: `bench.${kind}.place` },
      sex: { title: both('性别'), codes: sexes.entries },
    },
  }) as const

const times = (kind: ServiceKind) =>
  ({ ...flow(kind), title: both('人次'), unit: 'person-time', reading: 'count' }) as const
const served = (kind: ServiceKind) =>
  ({ ...flow(kind), title: both('人数'), unit: 'person', reading: 'distinct' }) as const
const minutes = (kind: ServiceKind) => ({ ...flow(kind), title: both('分钟'), unit: 'item', reading: 'sum' }) as const

const declared = indicators({
  trainingTimes: times('training'),
  trainingPersons: served('training'),
  trainingMinutes: minutes('training'),
  aidTimes: times('aid'),
  aidPersons: served('aid'),
  aidMinutes: minutes('aid'),
  careTimes: times('care'),
  carePersons: served('care'),
  careMinutes: minutes('care'),
  adviceTimes: times('advice'),
  advicePersons: served('advice'),
  adviceMinutes: minutes('advice'),
  clients: {
    title: both('登记人数'),
    counts: both('登记的人'),
    dateMeans: both('登记日期'),
    kind: 'stock',
    version: 1,
    unit: 'person',
    reading: 'count',
    lists: 'bench.client',
    dimensions: { sex: { title: both('性别'), codes: sexes.entries } },
  },
})

const words = (record: string, fields: readonly string[]) =>
  Object.fromEntries([[record, record], ...fields.map((field) => [`${record}.${field}`, field])])
const serviceWords = (kind: ServiceKind) => ({
  ...words(kind, ['client', 'place', 'heldOn', 'minutes', 'division']),
  ...Object.fromEntries(['home', 'centre', 'village'].map((place) => [`${kind}.place.${place}`, place])),
})
const texts = {
  title: '服务',
  ...words('client', ['name', 'division', 'sex', 'since']),
  ...Object.assign({}, ...serviceKinds.map(serviceWords)),
}

const records = { client, training: service, aid: service, care: service, advice: service }

/** A register and four kinds of services to those registered, for measuring figures of any size without filling a whole county. */
export const bench = defineModule({
  id: 'bench',
  records,
  declares: { figures: declared },
  messages: { 'zh-CN': texts, en: texts } as never,
})

const servicesOf = (kind: ServiceKind, unit: 'row' | 'client') => () => ({
  unit,
  rows: sql`
    select s.client, s.id as row, s.division, s.held_on as date, s.minutes as value, s.place, c.sex
    from ${sql.table(`bench_${kind}`)} s join bench_client c on c.id = s.client`,
})

export const benchServer = implementModule(bench, {
  migrations: {
    '0001_init': async ({ createRecord }) => {
      await createRecord('bench_client', {
        scope: 'division',
        columns: { name: 'text', sex: 'text', since: 'date' },
        orders: ['name'],
      })
      for (const kind of serviceKinds)
        await createRecord(`bench_${kind}`, {
          scope: 'division',
          columns: { client: 'text', place: 'text', held_on: 'date', minutes: 'whole' },
          orders: ['held_on'],
          indexes: ['client'],
        })
    },
  },
  provides: {
    figures: measures(declared, {
      trainingTimes: servicesOf('training', 'row'),
      trainingPersons: servicesOf('training', 'client'),
      trainingMinutes: servicesOf('training', 'row'),
      aidTimes: servicesOf('aid', 'row'),
      aidPersons: servicesOf('aid', 'client'),
      aidMinutes: servicesOf('aid', 'row'),
      careTimes: servicesOf('care', 'row'),
      carePersons: servicesOf('care', 'client'),
      careMinutes: servicesOf('care', 'row'),
      adviceTimes: servicesOf('advice', 'row'),
      advicePersons: servicesOf('advice', 'client'),
      adviceMinutes: servicesOf('advice', 'row'),
      clients: ({ at }) =>
        sql`select c.id as unit, c.id as row, c.division, c.since as date, c.sex from bench_client c where c.since <= ${at}`,
    }),
  },
})
