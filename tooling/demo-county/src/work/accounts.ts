import { holderKey } from './deed.js'
import type { Setting } from './setting.js'
import { grantsOf } from './subsidies.js'

/** The bank that pays the county's allowances. It issues no numbers that begin with the county's made-up code. */
const bank = '示范县农村商业银行'

/** The accounts that the subsidies go to, each in its holder's own name: they came with the roster. */
export function tellAccounts(setting: Setting): void {
  const { book, holders, start } = setting
  const receiving = new Set(grantsOf(setting).map(({ idNumber }) => idNumber))
  for (const holder of holders.filter(({ idNumber }) => receiving.has(idNumber)))
    book.enter(
      start,
      'persons.account',
      `account ${holder.idNumber}`,
      {
        bank,
        number: `9901219900${String(book.next()).padStart(9, '0')}`,
        holderName: holder.name,
        isDefault: true,
      },
      { links: { person: holderKey(holder) } },
    )
}
