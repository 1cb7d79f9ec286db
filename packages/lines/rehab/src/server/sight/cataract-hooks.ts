import { scopeOfDivision } from '@opendpf/kit'
import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { rehab } from '../../contract/index.js'
import { meetNeeds, refuseUnneeded } from '../shared/answer-needs.js'
import { shareCost } from '../shared/share-cost.js'

const { cataract, area } = rehab.records
/** States in which somebody is on the way. */
const underWay = ['found', 'screened', 'operated'] as const

/** One way at a time for each person; the surgery meets the need. */
export const cataractHooks: RecordHooks<typeof cataract> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['foundOn', 'screenedOn', 'operatedOn', 'followedOn'], { record: 'cataract', today })
    keepDaysInOrder(draft, ['foundOn', 'excludedOn'], { record: 'cataract', today })
    shareCost(draft, 'cataract')
  },
  async check(drafts, context) {
    await refuseUnneeded(drafts, ({ values }) => ({ person: values.person, on: values.foundOn }), 'cataract', context)
    const made = drafts.filter(({ action }) => action === 'create')
    const people = [...new Set(made.map(({ values }) => values.person))]
    if (people.length === 0) return
    const known = new Set(
      (await context.read.many(cataract, { person: people, state: underWay })).map(({ person }) => person),
    )
    for (const { values, refuse } of made) {
      if (known.has(values.person)) refuse('person', 'cataract.problem.second')
      known.add(values.person)
    }
  },
  after: (changes, context) =>
    meetNeeds(
      changes.flatMap(({ before, row }) =>
        row?.need && row.operatedOn && row.state === 'operated' && before?.state === 'screened'
          ? [{ need: row.need, on: row.operatedOn }]
          : [],
      ),
      context,
    ),
}

/** Days and numbers of a scheme. */
export const areaHooks: RecordHooks<typeof area> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['startedOn', 'appliedOn', 'acceptedOn'], { record: 'area', today })
    const { items, itemsMet } = draft.values
    if (items !== null && itemsMet !== null && itemsMet > items) draft.refuse('itemsMet', 'area.problem.items')
  },
}

/** An area is free of cataract when everybody who was found there was operated on or taken out. */
const everybodyOperated: Guard<typeof area> = async ({ db }, { scheme, division }) => {
  if (scheme !== 'cataract-free') return true
  const { level, code } = scopeOfDivision(division)
  const column = { county: 'county', town: 'town', village: 'division' }[level]
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from rehab_cataract
    where ${sql.ref(column)} = ${code} and state in ('found', 'screened')`.execute(db)
  const count = rows[0]?.count ?? 0
  return count === 0 ? true : { count }
}

/** What must hold before steps of areas. */
export const sightGuards = { 'area.everybodyOperated': everybodyOperated } as const
