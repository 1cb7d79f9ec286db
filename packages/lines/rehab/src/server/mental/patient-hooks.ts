import { keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { rehab } from '../../contract/index.js'

const { patient, careVisit } = rehab.records

/** Somebody is in care once at a time, and watched over by a guardian of his own. */
export const patientHooks: RecordHooks<typeof patient> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['foundOn', 'guardedOn', 'leftOn'], { record: 'patient', today })
  },
  async check(drafts, { read }) {
    const named = drafts.filter(({ values, before }) => values.guardian !== (before?.guardian ?? null))
    const guardians = await read.many(persons.records.guardian, {
      id: [...new Set(named.flatMap(({ values }) => values.guardian ?? []))],
    })
    const wards = new Map(guardians.map(({ id, person }) => [id, person]))
    for (const { values, refuse } of named)
      if (values.guardian !== null && wards.get(values.guardian) !== values.person)
        refuse('guardian', 'patient.problem.guardianOther')
    const made = drafts.filter(({ action }) => action === 'create')
    const people = [...new Set(made.map(({ values }) => values.person))]
    if (people.length === 0) return
    const inCare = await read.many(patient, { person: people, state: ['registered', 'guarded'] })
    const known = new Set(inCare.map(({ person }) => person))
    for (const { values, refuse } of made) {
      if (known.has(values.person)) refuse('person', 'patient.problem.second')
      known.add(values.person)
    }
  },
}

/** Visits lie within the time in care. */
export const careVisitHooks: RecordHooks<typeof careVisit> = {
  prepare({ values, refuse }, { today }) {
    if (values.visitedOn > today) refuse('visitedOn', 'careVisit.problem.future')
    if (values.nextOn !== null && values.nextOn <= values.visitedOn) refuse('nextOn', 'careVisit.problem.next')
  },
  async check(drafts, { read }) {
    const ids = [...new Set(drafts.map(({ values }) => values.patient))]
    const patients = new Map((await read.many(patient, { id: ids }, { limit: ids.length })).map((row) => [row.id, row]))
    for (const { values, refuse } of drafts) {
      const of = patients.get(values.patient)
      if (of && (values.visitedOn < of.foundOn || values.visitedOn > (of.leftOn ?? values.visitedOn)))
        refuse('visitedOn', 'careVisit.problem.outside')
    }
  },
}
