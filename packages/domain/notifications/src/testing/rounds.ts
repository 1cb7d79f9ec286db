import { choice, copied, date, defineModule, defineRecord, name, reference } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { texts } from '@opendpf/messages'
import { sql } from 'kysely'
import * as z from 'zod'
import { notificationsId, notificationTemplates } from '../contract/index.js'
import { notificationSources, type Occurrence, ownersOf } from '../telling/index.js'

const visit = defineRecord({
  fields: {
    person: reference('persons.person'),
    holderName: copied(name(), { reference: 'person', field: 'name' }),
    dueOn: date(),
    state: choice(['due', 'made', 'cancelled']),
  },
  scope: { from: 'person' },
  title: 'holderName',
  list: { columns: ['holderName', 'dueOn', 'state'], filters: ['state'], orders: ['dueOn'] },
  workflow: {
    field: 'state',
    initial: 'due',
    final: ['made', 'cancelled'],
    transitions: {
      make: { from: 'due', to: 'made', emits: 'visit.made' },
      cancel: { from: 'due', to: 'cancelled', emits: 'visit.cancelled' },
    },
    clocks: { visiting: { runs: ['due'], statutory: { workingDays: 5 }, remind: 2 } },
    waits: { due: { owner: 'town', clock: 'visiting', escape: 'make' } },
  },
})

const words = {
  title: '入户走访',
  visit: '年度走访',
  'visit.person': '残疾人',
  'visit.holderName': '姓名',
  'visit.dueOn': '应走访日期',
  'visit.state': '状态',
  'visit.state.due': '待走访',
  'visit.state.made': '已走访',
  'visit.state.cancelled': '已取消',
  'visit.do.make': '登记走访',
  'visit.do.cancel': '取消',
  'visit.clock.visiting': '走访期限',
} as const

const placeholders = { day: texts('日期', 'Day') } as const

const roundTemplates = notificationTemplates({
  visitDue: {
    title: texts('年度走访到期', 'Yearly visit due'),
    on: 'daily',
    to: ['owner'],
    placeholders,
    subject: texts('年度走访到期', 'A yearly visit is due'),
    text: texts('请在{{day}}前走访。', 'Please visit before {{day}}.'),
  },
  visited: {
    title: texts('走访完成', 'Visited'),
    on: { event: 'rounds.visit.made' },
    to: ['person', 'guardian'],
    placeholders,
    subject: texts('走访完成', 'You were visited'),
    text: texts('{{name}}：{{day}}的走访已完成，感谢配合。', '{{name}}: the visit of {{day}} is done. Thank you.'),
  },
  cancelled: {
    title: texts('走访取消', 'A visit was cancelled'),
    on: { event: 'rounds.visit.cancelled' },
    to: ['person'],
    placeholders,
    subject: texts('走访取消', 'Your visit was cancelled'),
    text: texts('{{name}}：{{day}}的走访已取消。', '{{name}}: the visit of {{day}} was cancelled.'),
    statutory: '演示办法 第 1 条',
  },
})

/** A line that visits people once a year: all that a module does with notifications. */
export const rounds = defineModule({
  id: 'rounds',
  records: { visit },
  events: { 'visit.made': z.object({ id: z.string() }), 'visit.cancelled': z.object({ id: z.string() }) },
  roles: { 'town-clerk': ['visit.make'], 'county-clerk': ['visit.make', 'visit.cancel'] },
  declares: { [notificationsId]: roundTemplates },
  messages: { 'zh-CN': words, en: words },
})

const page = 2
type Found = { id: string; person: string; day: string; division: string; county: string; town: string | null }

const occurrence = ({ id, person, day, division, county, town }: Found): Occurrence<'day'> & { key: string } => ({
  subject: { record: rounds.records.visit, id },
  place: { division, county, town },
  person,
  owners: ownersOf(rounds.records.visit, 'due'),
  values: { day },
  key: day,
})

const visitIn = { id: z.string() } as const

export const roundsServer = implementModule(rounds, {
  migrations: {
    '0001_init': ({ createRecord }) =>
      createRecord('rounds_visit', {
        scope: 'division',
        columns: { person: 'text', holder_name: 'text', due_on: 'date', state: 'text' },
        orders: ['due_on'],
        filters: ['state'],
        indexes: ['person'],
      }),
  },
  provides: {
    [notificationsId]: notificationSources(roundTemplates, {
      async visitDue(after, { db, today }) {
        const { rows } = await sql<Found>`
          select id, person, due_on::text as day, division, county, town from rounds_visit
          where state = 'due' and due_on <= ${today}::date and id > ${after} order by id limit ${page}`.execute(db)
        return { due: rows.map(occurrence), next: rows.length === page ? rows.at(-1)?.id : undefined }
      },
      visited: ofVisit,
      cancelled: ofVisit,
    }),
  },
})

async function ofVisit(
  { payload }: { readonly payload: unknown },
  { db }: { readonly db: Parameters<ReturnType<typeof sql>['execute']>[0] },
): Promise<readonly Occurrence<'day'>[]> {
  const { id } = z.object(visitIn).parse(payload)
  const { rows } = await sql<Found>`
    select id, person, due_on::text as day, division, county, town from rounds_visit where id = ${id}`.execute(db)
  return rows.map(occurrence)
}
