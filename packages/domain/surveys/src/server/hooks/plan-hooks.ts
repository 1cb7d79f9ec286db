import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { sql } from 'kysely'
import { surveys } from '../../contract/index.js'

const { plan, service, interview } = surveys.records
const { need } = persons.records

/** A plan begins with the open needs of its person, each as a service that somebody fills in. */
export const planHooks: RecordHooks<typeof plan> = {
  prepare({ values, before, action, refuse }) {
    values.services ??= 0
    values.servicesDone ??= 0
    const isChanged = action === 'update' && before?.state === 'reviewed' && before.person === values.person
    if (isChanged && (before.goal !== values.goal || before.responsible !== values.responsible))
      refuse('goal', 'plan.problem.kept')
  },
  async check(drafts, { read }) {
    const based = drafts.filter(({ values, before }) => values.interview !== null && !before)
    const ids = based.flatMap(({ values }) => values.interview ?? [])
    if (ids.length === 0) return
    const people = new Map(
      (await read.many(interview, { id: ids }, { limit: ids.length })).map((row) => [row.id, row.person]),
    )
    for (const { values, refuse } of based)
      if (people.get(values.interview ?? '') !== values.person) refuse('interview', 'plan.problem.interview')
  },
  async after(changes, context) {
    const made = changes.flatMap(({ action, row }) => (action === 'create' && row ? [row] : []))
    if (made.length === 0) return
    const { read, write, registry } = context
    const open = await read.many(need, { person: made.map(({ person }) => person), state: 'open' })
    await write.createMany(
      service,
      made.flatMap(({ id, person }) =>
        open
          .filter((one) => one.person === person)
          // what is stored is in the county's language
          .map((one) => ({ plan: id, need: one.id, goal: registry.text('persons', 'zh-CN', `need.kind.${one.kind}`) })),
      ),
    )
  },
}

/** What is done is done for a need, and counts in its plan; a plan that was reviewed keeps its services. */
export const serviceHooks: RecordHooks<typeof service> = {
  prepare({ values, refuse }, { today }) {
    if (values.doneOn !== null && values.doneOn > today) refuse('doneOn', 'service.problem.future')
  },
  async check(drafts, { read }) {
    const ids = [...new Set(drafts.map(({ values }) => values.plan))]
    const needs = drafts.flatMap(({ values }) => values.need ?? [])
    const plans = new Map((await read.many(plan, { id: ids }, { limit: ids.length || 1 })).map((row) => [row.id, row]))
    const owners = new Map(
      (await read.many(need, { id: needs }, { limit: needs.length || 1 })).map((row) => [row.id, row.person]),
    )
    for (const { values, before, action, refuse } of drafts) {
      const of = plans.get(values.plan)
      // a merge of two entries moves what is long done as well
      const isOwn = action !== 'update' || before?.plan === values.plan
      if (of?.state === 'reviewed' && isOwn) refuse('plan', 'service.problem.closed')
      if (of && values.need !== null && values.need !== before?.need && owners.get(values.need) !== of.person)
        refuse('need', 'service.problem.need')
    }
  },
  async after(changes, context) {
    await refuseReviewed(changes, context)
    await meetNeeds(changes, context)
    await countServices(
      [...new Set(changes.flatMap(({ before, row }) => [before?.plan, row?.plan].filter((id) => id !== undefined)))],
      context,
    )
  },
}

type Changes = Parameters<NonNullable<RecordHooks<typeof service>['after']>>[0]

async function refuseReviewed(changes: Changes, { read }: ModuleContext): Promise<void> {
  const ids = changes.flatMap(({ action, before }) => (action === 'remove' && before ? [before.plan] : []))
  if (ids.length > 0 && (await read.count(plan, { id: ids, state: 'reviewed' })) > 0)
    throw new OpenDpfError('wrong-state', { params: { step: '删除 (delete)' } })
}

async function meetNeeds(changes: Changes, { read, write }: ModuleContext): Promise<void> {
  const done = new Map(
    changes.flatMap(({ before, row }) =>
      row?.state === 'done' && before?.state === 'open' && row.need !== null ? [[row.need, row] as const] : [],
    ),
  )
  if (done.size === 0) return
  for (const { id, version, raisedOn } of await read.many(need, { id: [...done.keys()], state: 'open' })) {
    const metOn = done.get(id)?.doneOn ?? null
    if (metOn !== null && metOn >= raisedOn)
      await write.transition(need, { id, version, verb: 'meet', values: { metOn } })
  }
}

async function countServices(plans: readonly string[], { db, write }: ModuleContext): Promise<void> {
  if (plans.length === 0) return
  const { rows } = await sql<{ id: string; version: number; services: number; servicesDone: number }>`
    with counted as (
      select p.id, p.version, p.services, p.services_done,
        (count(s.id) filter (where s.state <> 'dropped'))::int as now, (count(s.id) filter (where s.state = 'done'))::int as done
      from surveys_plan p left join surveys_service s on s.plan = p.id where p.id = any(${plans}::text[])
      group by p.id, p.version, p.services, p.services_done
    )
    select id, version, now as services, done as "servicesDone" from counted where (services, services_done) <> (now, done)
    order by id`.execute(db)
  await write.updateMany(
    plan,
    rows.map(({ id, version, ...values }) => ({ id, version, values })),
  )
}
