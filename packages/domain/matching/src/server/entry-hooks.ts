import { OpenDpfError } from '@opendpf/errors'
import type { RowOf } from '@opendpf/kit'
import type { Draft, Guard, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { sql } from 'kysely'
import { matching } from '../contract/index.js'
import { countRows } from './count-lists.js'

const { list, entry } = matching.records
type Entry = typeof entry
type EntryDraft = Draft<Entry>

interface Receiving {
  readonly id: string
  readonly county: string
  readonly asOf: string
  readonly division: string
}

/**
 * A row goes into the list of its county that receives, once, and means whoever has its number. It lies where its list lies: what a list says of
 * people is not for everybody who works where they live. A batch asks three questions, however many rows
 * it has.
 */
export const entryHooks: RecordHooks<Entry> = {
  async check(drafts, context) {
    const fresh = drafts.filter(({ action }) => action === 'create')
    if (fresh.length === 0) return
    const receiving = await receivingLists(fresh, context)
    for (const { values, refuse } of fresh) {
      const found = receiving.get(values.division.slice(0, 6))
      if (values.list === null && found && values.division !== found.division)
        refuse('division', 'entry.problem.division')
      values.list ??= found?.id ?? null
      if (values.list === null) refuse('name', 'entry.problem.noList')
      if (found && values.since !== null && values.since > found.asOf) refuse('since', 'entry.problem.future')
    }
    await refuseRepeated(fresh, context)
    await findPersons(fresh, context)
  },
  async after(changes, context) {
    const removed = changes.flatMap(({ before, row }) => (before && !row ? [before] : []))
    await refuseTakenBack(removed, context)
    await countRows(
      changes.flatMap(({ before, row }) => [row?.list ?? before?.list ?? null]),
      context,
    )
  },
}

/** What a comparison rests on stays, even when an import is taken back; rows of a closed list that mean nobody may go. */
async function refuseTakenBack(removed: readonly RowOf<Entry>[], { read }: ModuleContext): Promise<void> {
  if (removed.length === 0) return
  const ids = [...new Set(removed.flatMap((row) => row.list ?? []))]
  const states = new Map((await read.many(list, { id: ids })).map(({ id, state }) => [id, state]))
  const isHeld = removed.some((row) => {
    const state = states.get(row.list ?? '')
    return state === 'comparing' || state === 'compared' || (state === 'closed' && row.state !== 'unknown')
  })
  if (isHeld) throw new OpenDpfError('wrong-state', { params: { step: '删除 (delete)' } })
}

/** The list that receives in each county: there is one at a time, and the latest counts. */
async function receivingLists(
  drafts: readonly EntryDraft[],
  { db }: ModuleContext,
): Promise<ReadonlyMap<string, Receiving>> {
  const counties = [...new Set(drafts.map(({ values }) => values.division.slice(0, 6)))]
  const { rows } = await sql<Receiving>`
    select id, county, division, as_of::text as "asOf" from matching_list
    where state = 'receiving' and county = any(${counties}::text[]) order by id`.execute(db)
  return new Map(rows.map((row) => [row.county, row]))
}

/** The same number twice in one list is a mistake of the list. */
async function refuseRepeated(drafts: readonly EntryDraft[], { read }: ModuleContext): Promise<void> {
  const numbers = [...new Set(drafts.map(({ values }) => values.idNumber))]
  const stored = await read.byExact(entry, 'idNumber', numbers)
  const taken = new Set([...stored.values()].flat().map((row) => `${row.list} ${row.idNumber}`))
  for (const { values, refuse } of drafts) {
    const key = `${values.list} ${values.idNumber}`
    if (taken.has(key)) refuse('idNumber', 'entry.problem.repeated')
    taken.add(key)
  }
}

/** Whom rows mean, by the blind index of the number. With another name it is left to a person. */
async function findPersons(drafts: readonly EntryDraft[], { read }: ModuleContext): Promise<void> {
  const numbers = [...new Set(drafts.map(({ values }) => values.idNumber))]
  const found = await read.byExact(persons.records.person, 'idNumber', numbers)
  for (const { values, warn } of drafts) {
    const [person] = found.get(values.idNumber) ?? []
    values.person = person?.id ?? null
    if (!person) values.state = 'unknown'
    else if (isSameName(values.name, person)) values.state = 'matched'
    else {
      values.state = 'doubtful'
      warn('name', 'entry.warning.name', { name: person.name })
    }
  }
}

/** Names are one name however they are spaced, and under a former name somebody is himself. */
function isSameName(name: string, { name: own, formerName }: RowOf<typeof persons.records.person>): boolean {
  const plain = (text: string | null) => (text ?? '').normalize('NFKC').replace(/[\s·•．.]/gu, '')
  return plain(name) === plain(own) || (formerName !== null && plain(name) === plain(formerName))
}

/** What a row means is settled before its list is compared. */
export const entryGuards = {
  'entry.notCompared': async ({ read }, row) => {
    const found = row.list === null ? undefined : await read.one(list, row.list)
    return found?.state === 'draft' || found?.state === 'receiving' || {}
  },
} satisfies Readonly<Record<string, Guard<Entry>>>
