import { bookOf } from '@opendpf/eligibility'
import type { Registry } from '@opendpf/kit'
import { noticeKindsOf } from '@opendpf/notices'
import { type BeneficiaryKind, type NamedProgramme, programmesOf } from '../contract/index.js'

/** The record type that a beneficiary is in eligibility. What a vehicle or a student's place is granted for, is granted to a person. */
export const recordOf: Readonly<Record<BeneficiaryKind, string>> = {
  person: 'persons.person',
  vehicle: 'persons.person',
  student: 'persons.person',
  household: 'persons.household',
  organisation: 'organisations.organisation',
}

/** What is wrong with the programmes of a deployment, each by its name: what they name elsewhere and nobody declares. */
export function inspectProgrammes(registry: Registry): readonly string[] {
  const kinds = noticeKindsOf(registry)
  const book = bookOf(registry)
  return [...programmesOf(registry).values()].flatMap((programme) => {
    const say = (problem: string): string => `the programme "${programme.name}" ${problem}`
    return [
      ...inspectScheme(programme, book.schemes).map(say),
      ...programme.stops
        .filter(({ when }) => !book.predicates.has(when))
        .map(({ reason, when }) => say(`stops at "${reason}" by the predicate "${when}", which no module declares`)),
      ...(programme.notice === undefined || kinds.get(programme.name)?.workingDays === programme.notice.workingDays
        ? []
        : [say('is posted, and its module declares no notices of it: declares.notices is programmeNotices({ … })')]),
    ]
  })
}

function inspectScheme(
  { scheme, beneficiary, amount }: NamedProgramme,
  schemes: ReturnType<typeof bookOf>['schemes'],
): readonly string[] {
  const found = schemes.get(scheme)
  if (!found) return [`asks the scheme "${scheme}", which no module declares`]
  const problems: string[] = []
  if (found.of !== recordOf[beneficiary]) problems.push(`is for a ${beneficiary}, and its scheme is about ${found.of}`)
  if ((amount.by === 'scheme' || amount.most === 'scheme') && found.amount === undefined)
    problems.push(`grants what its scheme says, or within it, and "${scheme}" names no amount`)
  return problems
}
