import type { RowOf } from '@opendpf/kit'
import { readFormat } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { type Effect, type Form, surveys } from '../../contract/index.js'
import { type Interview, tasksOf } from '../collecting/tasks-of.js'

const { proposal } = surveys.records
const { person, status, need } = persons.records

/** What the register says of people, as far as a survey can say otherwise. */
interface Known {
  /** `<person> <kind>` of statuses that hold, by the day from which. */
  readonly statuses: readonly RowOf<typeof status>[]
  readonly needs: ReadonlySet<string>
  readonly phones: ReadonlyMap<string, readonly (string | null)[]>
}

/**
 * Proposes what checked records say otherwise than the register. Nothing is written into the register here. What several answers of one record
 * say alike is proposed once.
 */
export async function proposeChanges(checked: readonly Interview[], context: ModuleContext): Promise<void> {
  const met = checked.filter(({ visitedOn }) => visitedOn !== null)
  if (met.length === 0) return
  const tasks = await tasksOf(
    met.map(({ assignment }) => assignment),
    context,
  )
  const known = await readKnown(
    met.map((row) => row.person),
    context,
  )
  const proposals = met.flatMap((row) => {
    const form = tasks.get(row.assignment)?.form
    return form ? differencesOf(row, form, known) : []
  })
  if (proposals.length > 0) await context.write.createMany(proposal, proposals)
}

async function readKnown(people: readonly string[], { read }: ModuleContext): Promise<Known> {
  const where = { person: people }
  const [statuses, needs, rows] = [
    await read.many(status, where),
    await read.many(need, { ...where, state: 'open' }),
    await read.many(person, { id: people }, { limit: people.length }),
  ]
  return {
    statuses,
    needs: new Set(needs.map((row) => `${row.person} ${row.kind}`)),
    phones: new Map(rows.map(({ id, phone, secondPhone }) => [id, [phone, secondPhone]])),
  }
}

function differencesOf(row: Interview, form: Form, known: Known): readonly Readonly<Record<string, unknown>>[] {
  const day = row.visitedOn ?? ''
  const found = new Map<string, Readonly<Record<string, unknown>>>()
  const about = { interview: row.id, foundOn: day }
  for (const { code, effects = [] } of form.questions)
    for (const effect of effects) {
      const change = changeOf(effect, [row.answers[code] ?? []].flat().map(String), { row, day, known })
      if (!change) continue
      const key = Object.values(change).join(' ')
      if (!found.has(key)) found.set(key, { ...about, question: code, ...change })
    }
  return [...found.values()]
}

/** What an effect of some answer changes in the register; undefined where it does not apply, or the register knows. */
function changeOf(
  effect: Effect,
  codes: readonly string[],
  { row, day, known }: { readonly row: Interview; readonly day: string; readonly known: Known },
): Readonly<Record<string, unknown>> | undefined {
  if ('contact' in effect) {
    const read = codes[0] === undefined ? undefined : readFormat('phone', codes[0])
    // what is no telephone number is nothing to propose; of somebody out of sight nothing is known
    if (!read?.ok || known.phones.get(row.person)?.includes(read.value) !== false) return undefined
    return { change: 'phone', phone: read.value }
  }
  if (!effect.when.some((code) => codes.includes(code))) return undefined
  if ('need' in effect)
    return known.needs.has(`${row.person} ${effect.need}`)
      ? undefined
      : { change: 'needed', needKind: effect.need, isUrgent: effect.urgent === true }
  const isHeld = known.statuses.some(
    ({ person: of, kind, since, until }) =>
      of === row.person && kind === effect.status && since <= day && (until === null || until >= day),
  )
  if (isHeld === effect.holds) return undefined
  return { change: effect.holds ? 'begins' : 'ends', statusKind: effect.status }
}
