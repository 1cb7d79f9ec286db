import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { certificates, liveStates } from '../../contract/index.js'
import { readNumber } from './read-number.js'

const { certificate } = certificates.records
type CertificateDraft = Draft<typeof certificate>

interface Held {
  readonly id: string
  readonly person: string
  readonly isLive: boolean
}

/** Compares certificates with their holders, and lets nobody have two that are live. */
export async function checkCertificates(
  drafts: readonly CertificateDraft[],
  { read, today }: ModuleContext,
): Promise<void> {
  const people = [...new Set(drafts.map(({ values }) => values.person))]
  const holders = new Map(
    (await inChunks(people, (ids) => read.many(persons.records.person, { id: ids }))).map((person) => [
      person.id,
      person,
    ]),
  )
  const held = new Map<string, Held>()
  for (const row of await inChunks(people, (ids) => read.many(certificate, { person: ids, state: liveStates })))
    held.set(row.id, { id: row.id, person: row.person, isLive: true })
  const own = new Map(
    drafts.map((draft, position) => [
      draft,
      { id: draft.before?.id ?? `new ${position}`, person: draft.values.person, isLive: isLive(draft) },
    ]),
  )
  for (const row of own.values()) held.set(row.id, row)
  const byPerson = Map.groupBy(
    [...held.values()].filter((row) => row.isLive),
    ({ person }) => person,
  )
  for (const [draft, row] of own) {
    const others = (byPerson.get(row.person) ?? []).filter(({ id }) => id !== row.id)
    if (row.isLive && others.length > 0) draft.refuse('person', 'certificate.problem.secondLive')
    const holder = holders.get(row.person)
    if (holder) compareWithHolder(draft, holder, today)
  }
}

function compareWithHolder(
  draft: CertificateDraft,
  holder: {
    readonly idNumber: string | null
    readonly birthDate: string | null
    readonly deathDate: string | null
    readonly isDeceased: boolean | null
  },
  today: string,
): void {
  const { values } = draft
  const { residentId } = readNumber(values.number)
  if (holder.idNumber === null) draft.warn('number', 'certificate.problem.idMissing')
  else if (holder.idNumber !== residentId.number) draft.refuse('number', 'certificate.problem.idMismatch')
  if (holder.birthDate !== null && values.issueDate < holder.birthDate && values.issueDate <= today)
    draft.refuse('issueDate', 'certificate.problem.issueBeforeBirth')
  if (holder.isDeceased === true && values.state === 'valid') draft.warn('state', 'certificate.problem.deceased')
}

function isLive({ values }: CertificateDraft): boolean {
  return values.state !== null && liveStates.includes(values.state)
}

const chunk = 1000

/** Reads by many ids without exceeding what one read answers. */
export async function inChunks<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = []
  for (let start = 0; start < ids.length; start += chunk) all.push(...(await read(ids.slice(start, start + chunk))))
  return all
}
