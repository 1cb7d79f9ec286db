import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { persons } from '../../contract/index.js'
import { nameKeyOf } from '../duplicates/name-key.js'

const { records } = persons

/** Nobody is their own guardian. */
export const guardianHooks: RecordHooks<typeof records.guardian> = {
  prepare({ values, refuse }) {
    if (values.until !== null && values.until < values.since) refuse('until', 'guardian.problem.period')
    if (values.guardianPerson !== null && values.guardianPerson === values.person)
      refuse('guardianPerson', 'guardian.problem.self')
  },
}

/** A need is raised before it is met. */
export const needHooks: RecordHooks<typeof records.need> = {
  prepare({ values, refuse }, { today }) {
    if (values.raisedOn > today) refuse('raisedOn', 'need.problem.future')
    if (values.metOn !== null && values.metOn < values.raisedOn) refuse('metOn', 'need.problem.metEarly')
  },
}

type AccountDraft = Draft<typeof records.account>

/** One default account for each person, and a reason wherever money would go to somebody else's. */
export const accountHooks: RecordHooks<typeof records.account> = {
  prepare({ values, refuse }) {
    if (values.closedOn !== null && values.isDefault === true) refuse('isDefault', 'account.problem.closedDefault')
  },

  async check(drafts, { read }) {
    const people = [...new Set(drafts.map(({ values }) => values.person))]
    const names = new Map((await read.many(records.person, { id: people })).map(({ id, name }) => [id, name]))
    const own = new Set(drafts.flatMap(({ before }) => (before ? [before.id] : [])))
    const stored = await read.many(records.account, { person: people, isDefault: true })
    const defaults = new Set(stored.filter(({ id }) => !own.has(id)).map(({ person }) => person))
    for (const draft of drafts) {
      refuseThirdParty(draft, names.get(draft.values.person))
      chooseDefault(draft, defaults)
    }
  },
}

function refuseThirdParty({ values, refuse }: AccountDraft, name: string | undefined): void {
  const isOwn = name !== undefined && nameKeyOf(name) === nameKeyOf(values.holderName)
  if (!isOwn && values.thirdPartyReason === null) refuse('holderName', 'account.problem.thirdParty')
}

/** The first account of a person is the default, unless somebody says otherwise. */
function chooseDefault({ values, refuse }: AccountDraft, defaults: Set<string>): void {
  const hasOther = defaults.has(values.person)
  values.isDefault ??= !hasOther && values.closedOn === null
  if (!values.isDefault) return
  if (hasOther) refuse('isDefault', 'account.problem.secondDefault')
  defaults.add(values.person)
}
