import { eligibilityModule } from '@opendpf/eligibility'
import type { RowOf } from '@opendpf/kit'
import type { Guard, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { sql } from 'kysely'
import { listKindsOf, matching } from '../contract/index.js'
import { countDifferences } from './count-lists.js'

const { list, difference } = matching.records
const { person, status } = persons.records
const { benefit } = eligibilityModule.records
type Difference = RowOf<typeof difference>
type Guarded = Pick<Difference, 'person' | 'kind' | 'sort' | 'status' | 'day'>

/** Somebody decides, by name; what was confirmed goes into the register in the same transaction, and programmes are told. */
export const differenceHooks: RecordHooks<typeof difference> = {
  prepare({ verb, values, refuse }, { actor, today }) {
    if (verb !== 'confirm' && verb !== 'reject') return
    Object.assign(values, { decidedBy: actor.name, decidedOn: today })
    if (verb === 'confirm' && values.day > today) refuse('day', 'difference.problem.day')
  },
  async check(drafts, { read }) {
    const ending = drafts.filter(({ verb, values }) => verb === 'confirm' && values.sort === 'not-in-list')
    if (ending.length === 0) return
    const began = new Map(
      (await read.many(status, { id: ending.flatMap(({ values }) => values.status ?? []) })).map(({ id, since }) => [
        id,
        since,
      ]),
    )
    for (const { values, refuse } of ending)
      if (values.day < (began.get(values.status ?? '') ?? values.day)) refuse('day', 'difference.problem.before')
  },
  async after(changes, context) {
    const confirmed = changes.flatMap(({ before, row }) =>
      row && before?.state === 'open' && row.state === 'confirmed' ? [row] : [],
    )
    await beginPeriods(confirmed, context)
    await endStatuses(confirmed, context)
    await noteDeaths(confirmed, context)
    for (const { id, person: about, kind, sort, list: from, county } of confirmed)
      context.write.emit('matching.difference.confirmed', { id, person: about, kind, sort, list: from }, county)
    await countDifferences(
      changes.flatMap(({ row, before }) => (row && before ? [row.list] : [])),
      context,
    )
  },
}

/** Somebody in a list gets the status, or is known to draw the benefit, that the list says, with its document. */
async function beginPeriods(confirmed: readonly Difference[], context: ModuleContext): Promise<void> {
  const { read, write, registry } = context
  const rows = confirmed.filter(({ sort }) => sort === 'not-in-register')
  if (rows.length === 0) return
  const documents = new Map(
    (await read.many(list, { id: [...new Set(rows.map((row) => row.list))] })).map((row) => [row.id, row.document]),
  )
  const kinds = listKindsOf(registry)
  const said = rows.flatMap(({ person: about, kind, day, list: from }) => {
    const rule = kinds.get(kind)?.rule
    return rule ? [{ rule, period: { person: about, since: day, document: documents.get(from) ?? null } }] : []
  })
  const states = said.flatMap(({ rule, period }) =>
    rule.says === 'status' ? [{ ...period, kind: rule.status, source: rule.source }] : [],
  )
  const drawn = said.flatMap(({ rule, period }) =>
    rule.says === 'draws' ? [{ ...period, kind: rule.benefit, source: rule.source }] : [],
  )
  if (states.length > 0) await write.createMany(status, states)
  if (drawn.length > 0) await write.createMany(benefit, drawn)
}

async function endStatuses(confirmed: readonly Difference[], { read, write }: ModuleContext): Promise<void> {
  const days = new Map(
    confirmed.flatMap((row) => (row.sort === 'not-in-list' && row.status ? [[row.status, row.day] as const] : [])),
  )
  if (days.size === 0) return
  const rows = await read.many(status, { id: [...days.keys()] })
  await write.updateMany(
    status,
    rows.map(({ id, version }) => ({ id, version, values: { until: days.get(id) ?? null } })),
  )
}

/** The register of persons tells everybody else of a death. */
async function noteDeaths(confirmed: readonly Difference[], { read, write }: ModuleContext): Promise<void> {
  const days = new Map(confirmed.flatMap((row) => (row.sort === 'deceased' ? [[row.person, row.day] as const] : [])))
  if (days.size === 0) return
  const rows = await read.many(person, { id: [...days.keys()] })
  await write.updateMany(
    person,
    rows.map(({ id, version }) => ({ id, version, values: { isDeceased: true, deathDate: days.get(id) ?? null } })),
  )
}

/** What is confirmed is still so: somebody may have put the register right meanwhile. */
export const differenceGuards = {
  'difference.stillDiffers': async (context, row) => (await differs(row, context)) || {},
} satisfies Readonly<Record<string, Guard<typeof difference>>>

async function differs(row: Guarded, { db, registry }: ModuleContext): Promise<boolean> {
  const rule = listKindsOf(registry).get(row.kind)?.rule
  switch (row.sort) {
    case 'not-in-register': {
      if (rule?.says !== 'status' && rule?.says !== 'draws') return false
      const [periods, kind] =
        rule.says === 'status' ? [sql`persons_status`, rule.status] : [sql`eligibility_benefit`, rule.benefit]
      const { rows } = await sql`
        select 1 from ${periods} where person = ${row.person} and kind = ${kind}
          and (until is null or until >= ${row.day}::date) limit 1`.execute(db)
      return rows.length === 0
    }
    case 'not-in-list': {
      const { rows } = await sql`
        select 1 from persons_status where id = ${row.status} and (until is null or until > ${row.day}::date)`.execute(
        db,
      )
      return rows.length > 0
    }
    case 'deceased': {
      const { rows } = await sql`
        select 1 from persons_person where id = ${row.person} and is_deceased is not true`.execute(db)
      return rows.length > 0
    }
    case 'listed':
      return true
  }
}
