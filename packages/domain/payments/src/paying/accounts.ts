import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { nameKeyOf } from '@opendpf/persons/names'
import { sql } from 'kysely'
import { type LineProblem, payments } from '../contract/index.js'

const { account } = persons.records
const { accountException } = payments.records
type Account = RowOf<typeof account>
type Context = Pick<ModuleContext, 'read' | 'db'>

/** Where a person is paid to, as a line keeps it. */
export interface PayeeAccount {
  readonly account: string | null
  readonly accountNumber: string | null
  readonly holderName: string | null
  readonly bank: string | null
  readonly problem: LineProblem | null
  readonly isShared: boolean | null
}

/** Somebody who is to be paid. */
export interface Payee {
  readonly id: string
  readonly name: string
}

const none: PayeeAccount = {
  account: null,
  accountNumber: null,
  holderName: null,
  bank: null,
  problem: 'no-account',
  isShared: null,
}

/**
 * The account that each of these persons is paid to: his default one that is not closed, with what stands against paying to it. In a fixed
 * number of queries, whatever the number of persons; not more than a chunk of them.
 */
export async function accountsOf(
  payees: readonly Payee[],
  context: Context,
): Promise<ReadonlyMap<string, PayeeAccount>> {
  const found = await context.read.many(
    account,
    { person: payees.map(({ id }) => id), isDefault: true, closedOn: null },
    { limit: payees.length + 1 },
  )
  const shared = await sharedAmong(
    found.map(({ id }) => id),
    context,
  )
  const allowed = await allowedAmong(
    found.filter(({ thirdPartyReason }) => thirdPartyReason !== null),
    context,
  )
  const byPerson = new Map(found.map((row) => [row.person, row]))
  return new Map(
    payees.map((payee) => {
      const row = byPerson.get(payee.id)
      if (!row) return [payee.id, none]
      const { id, number, holderName, bank } = row
      const isShared = shared.has(id) || null
      return [
        payee.id,
        {
          account: id,
          accountNumber: number,
          holderName,
          bank,
          problem: problemOf(row, payee.name, allowed),
          isShared,
        },
      ]
    }),
  )
}

function problemOf(row: Account, name: string, allowed: ReadonlySet<string>): LineProblem | null {
  if (nameKeyOf(row.holderName) === nameKeyOf(name) || allowed.has(row.id)) return null
  return row.thirdPartyReason === null ? 'name-mismatch' : 'not-approved'
}

/** Accounts in another name that two have approved, with the number and the holder that they saw. */
async function allowedAmong(accounts: readonly Account[], { read }: Context): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set()
  const byId = new Map(accounts.map((row) => [row.id, row]))
  const exceptions = await read.many(
    accountException,
    { account: [...byId.keys()], state: 'approved' },
    { limit: accounts.length + 1 },
  )
  return new Set(exceptions.flatMap((one) => (isSameAccount(one, byId.get(one.account)) ? [one.account] : [])))
}

/** Whether an account is still the one that an exception was asked for. */
export function isSameAccount(
  exception: { readonly holderName: string; readonly accountNumber: string },
  account: Pick<Account, 'holderName' | 'number'> | undefined,
): boolean {
  return account?.holderName === exception.holderName && account.number === exception.accountNumber
}

/** Accounts whose number another person has too. Only the blind index is compared. */
async function sharedAmong(ids: readonly string[], { db }: Context): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select a.id from persons_account a where a.id = any(${ids}::text[]) and exists (
      select from persons_account b where b.number_key = a.number_key and b.person <> a.person and b.closed_on is null
    )`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
