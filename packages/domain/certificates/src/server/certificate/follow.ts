import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { certificates } from '../../contract/index.js'
import { inChunks } from './check.js'
import { changeBetween } from './read-number.js'

const { certificate, numberHistory } = certificates.records
type Certificate = RowOf<typeof certificate>

/** One certificate that was written, removed or restored. */
export interface CertificateChange {
  readonly before: Certificate | undefined
  readonly row: Certificate | undefined
}

/** Keeps the numbers that certificates had before, so that an old paper is still found. */
export async function keepOldNumbers(
  changes: readonly CertificateChange[],
  { write, today }: ModuleContext,
): Promise<void> {
  const old = changes.flatMap(({ before, row }) => {
    if (!before || !row || before.number === row.number) return []
    return [
      {
        certificate: row.id,
        number: before.number,
        since: before.issueDate,
        until: today,
        reason: changeBetween(before.number, row.number),
      },
    ]
  })
  if (old.length > 0) await write.createMany(numberHistory, old)
}

// what the register of persons keeps of a certificate follows from these
const told = ['person', 'state', 'category', 'grade'] as const

/**
 * Tells the register of persons who holds a valid certificate, of which category and grade. The register keeps it and does not know
 * where it comes from.
 */
export async function tellPersons(
  changes: readonly CertificateChange[],
  { read, write }: ModuleContext,
): Promise<void> {
  const people = [
    ...new Set(
      changes
        .filter(({ before, row }) => told.some((field) => before?.[field] !== row?.[field]))
        .flatMap(({ before, row }) => [before?.person, row?.person].filter((id) => id !== undefined)),
    ),
  ]
  if (people.length === 0) return
  const valid = await inChunks(people, (ids) => read.many(certificate, { person: ids, state: 'valid' }))
  const byPerson = new Map(valid.map((row) => [row.person, row]))
  const known = await inChunks(people, (ids) => read.many(persons.records.person, { id: ids }))
  const updates = known.flatMap((person) => {
    const held = byPerson.get(person.id)
    const values = {
      isCertified: held !== undefined,
      disabilityCategory: held?.category ?? null,
      disabilityGrade: held?.grade ?? null,
    }
    const isSame =
      person.isCertified === values.isCertified &&
      person.disabilityCategory === values.disabilityCategory &&
      person.disabilityGrade === values.disabilityGrade
    return isSame ? [] : [{ id: person.id, version: person.version, values }]
  })
  if (updates.length > 0) await write.updateMany(persons.records.person, updates)
}
