import type { Draft, RecordHooks } from '@opendpf/kit/server'
import type { persons } from '../../contract/index.js'
import { nameKeyOf, soundKeyOf } from '../duplicates/name-key.js'
import { readIdentity } from './read-identity.js'

type Person = typeof persons.records.person
type PersonDraft = Draft<Person>

/**
 * Fills what follows from the ID number, and refuses what contradicts it: a mismatch is an error, because one of the two was typed
 * from another person's document.
 */
export const preparePerson: NonNullable<RecordHooks<Person>['prepare']> = (draft, { today }) => {
  const { values } = draft
  if (draft.before?.name !== values.name || values.foldedName === null) {
    values.foldedName = nameKeyOf(values.name)
    values.spokenName = soundKeyOf(values.name)
  }
  values.isCertified ??= false
  if (values.idNumber === null) prepareWithoutNumber(draft)
  else prepareWithNumber(draft, values.idNumber, today)
  prepareDeath(draft, today)
}

function prepareWithNumber(draft: PersonDraft, idNumber: string, today: string): void {
  const { values, before } = draft
  const facts = readIdentity(idNumber, today)
  if (facts.isFuture) {
    draft.refuse('idNumber', 'person.problem.idNumberFuture')
    return
  }
  // a corrected number takes with it what had been read from the wrong one
  const isCorrected = before?.idNumber !== null && before?.idNumber !== undefined && before.idNumber !== idNumber
  if (values.birthDate === null || (isCorrected && values.birthDate === before.birthDate))
    values.birthDate = facts.birthDate
  else if (values.birthDate !== facts.birthDate) draft.refuse('birthDate', 'person.problem.birthDateMismatch')

  const isSexOpen = values.sex === null || values.sex === '0' || values.sex === '9'
  if (isSexOpen || (isCorrected && values.sex === before.sex)) values.sex = facts.sex
  else if (values.sex !== facts.sex) draft.refuse('sex', 'person.problem.sexMismatch')

  // a child's household book names the same number as a later ID card
  if (values.idType === null || values.idType === 'household-book') values.idType = facts.idType
  else if (values.idType !== facts.idType) draft.refuse('idType', 'person.problem.idTypeMismatch')
}

const numberless = new Set([
  'household-book',
  'passport',
  'disabled-soldier-certificate',
  'foreigner-permanent-residence-id',
])

function prepareWithoutNumber(draft: PersonDraft): void {
  const { values } = draft
  if (values.idType === null && values.otherNumber !== null) draft.refuse('idType', 'person.problem.idTypeNeeded')
  values.idType ??= 'household-book'
  if (!numberless.has(values.idType)) draft.refuse('idNumber', 'person.problem.idNumberNeeded')
  else if (values.idType !== 'household-book' && values.otherNumber === null) {
    draft.refuse('otherNumber', 'person.problem.otherNumberNeeded')
  }
  if (values.birthDate === null) draft.refuse('birthDate', 'person.problem.birthDateNeeded')
}

function prepareDeath(draft: PersonDraft, today: string): void {
  const { values } = draft
  if (values.birthDate !== null && values.birthDate > today) draft.refuse('birthDate', 'person.problem.birthDateFuture')
  if (values.deathDate === null) {
    values.isDeceased ??= false
    return
  }
  if (values.isDeceased === false && draft.before?.isDeceased !== false) {
    draft.refuse('isDeceased', 'person.problem.deceasedContradicts')
  }
  values.isDeceased = true
  if (values.deathDate > today) draft.refuse('deathDate', 'person.problem.deathFuture')
  else if (values.birthDate !== null && values.deathDate < values.birthDate) {
    draft.refuse('deathDate', 'person.problem.deathBeforeBirth')
  }
}
