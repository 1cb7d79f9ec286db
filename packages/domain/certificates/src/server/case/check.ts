import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { certificates } from '../../contract/index.js'
import { inChunks } from '../certificate/check.js'

type CaseDraft = Draft<typeof certificates.records.case>

/** A case is about a certificate of the applicant's own, and names a guardian of his own. */
export async function checkCases(drafts: readonly CaseDraft[], { read }: ModuleContext): Promise<void> {
  const ids = (field: 'certificate' | 'guardian') =>
    drafts.flatMap(({ values }) => (values[field] === null ? [] : [values[field]]))
  const holders = new Map(
    (await inChunks(ids('certificate'), (id) => read.many(certificates.records.certificate, { id }))).map((row) => [
      row.id,
      row.person,
    ]),
  )
  const wards = new Map(
    (await inChunks(ids('guardian'), (id) => read.many(persons.records.guardian, { id }))).map((row) => [
      row.id,
      row.person,
    ]),
  )
  for (const draft of drafts) {
    const { person, certificate, guardian } = draft.values
    if (certificate !== null && holders.get(certificate) !== person)
      draft.refuse('certificate', 'case.problem.aboutOther')
    if (guardian !== null && wards.get(guardian) !== person) draft.refuse('guardian', 'case.problem.guardianOther')
  }
}
