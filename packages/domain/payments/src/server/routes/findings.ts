import type { PlacedRecord } from '@opendpf/kit'
import type { Provided } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { nameKeySql } from '@opendpf/persons/names'
import { type AccountFinding, payments } from '../../contract/index.js'
import type { Payees } from '../../paying/index.js'

const { person, account } = persons.records

/** The rows of a finding: of which record they are, and the query of their ids. */
export interface Found {
  readonly record: PlacedRecord
  readonly sql: string
}

/** Where a finding is looked up, each in one query. Numbers are compared by their blind index alone, names as lines compare them. */
export function findingOf(finding: AccountFinding, provided: Provided): Found {
  return finding === 'missing'
    ? { record: person, sql: missingBy([...provided(payments.id).values()] as readonly Payees[]) }
    : { record: account, sql: accountsBy[finding] }
}

/** Payees of pending lines, and those of whom modules tell before they have a line, without a default account that is open. */
function missingBy(told: readonly Payees[]): string {
  const payees = ["select person from payments_line where state = 'pending'", ...told.map(({ sql }) => sql)]
  return `
    select payee.person from (${payees.join(' union ')}) payee (person) where not exists (
      select from persons_account a where a.person = payee.person and a.is_default and a.closed_on is null
    )`
}

// names that are written alike need not be folded to know that they are the same
const otherName = `
  select a.id from persons_account a join persons_person p on p.id = a.person
  where a.closed_on is null and a.holder_name <> p.name and ${nameKeySql('a.holder_name')} <> ${nameKeySql('p.name')}`

// an exception keeps its number sealed: what two saw is the number of the version that stood when it was asked for
const asked =
  'coalesce((select min(h.recorded_at) from payments_account_exception_history h where h.id = e.id), e.recorded_at)'
const numberSeen = `coalesce((
  select h.number_key from persons_account_history h where h.id = a.id and h.superseded_at > ${asked} order by h.version limit 1
), a.number_key)`

const accountsBy: Readonly<Record<Exclude<AccountFinding, 'missing'>, string>> = {
  unapproved: `${otherName} and a.is_default and not (a.third_party_reason is not null and exists (
    select from payments_account_exception e
    where e.account = a.id and e.state = 'approved' and e.holder_name = a.holder_name and ${numberSeen} = a.number_key
  ))`,
  'other-name': otherName,
  shared: `
    select a.id from persons_account a where a.closed_on is null and exists (
      select from persons_account b where b.number_key = a.number_key and b.person <> a.person and b.closed_on is null
    )`,
}
