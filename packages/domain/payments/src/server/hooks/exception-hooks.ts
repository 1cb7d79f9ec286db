import type { RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { payments } from '../../contract/index.js'

const { accountException } = payments.records

/** An exception is for the account as it is when somebody asks for it. */
export const exceptionHooks: RecordHooks<typeof accountException> = {
  async check(drafts, { read, today }) {
    const asked = drafts.filter(({ action }) => action === 'create')
    const ids = [...new Set(asked.map(({ values }) => values.account))]
    if (ids.length === 0) return
    const accounts = new Map((await read.many(persons.records.account, { id: ids })).map((row) => [row.id, row]))
    const open = new Set(
      (await read.many(accountException, { account: ids, state: ['asked', 'confirmed', 'approved'] })).map(
        (row) => row.account,
      ),
    )
    for (const { values, refuse } of asked) {
      const account = accounts.get(values.account)
      if (!account) continue
      if (account.thirdPartyReason === null) refuse('account', 'accountException.problem.own')
      if (open.has(account.id)) refuse('account', 'accountException.problem.twice')
      open.add(account.id)
      values.holderName = account.holderName
      values.accountNumber = account.number
      values.askedOn = today
    }
  },
}
