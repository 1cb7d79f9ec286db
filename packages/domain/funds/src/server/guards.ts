import type { Guard } from '@opendpf/kit/server'
import { formatYuan } from '@opendpf/standards'
import { funds } from '../contract/index.js'
import { balancesOn } from '../spending/index.js'

const { fund, budgetLine } = funds.records

/** A fund is closed when all of it was spent or handed on. */
export const guards = {
  'fund.nothingLeft': async ({ db, read, today }, { id }) => {
    const balance = (await balancesOn(db, [id], today)).get(id)?.balance ?? 0
    const reserved = (await read.many(budgetLine, { fund: id })).reduce((sum, line) => sum + line.reserved, 0)
    if (balance === 0 && reserved === 0) return true
    return { balance: formatYuan(balance), reserved: formatYuan(reserved) }
  },
} satisfies Readonly<Record<string, Guard<typeof fund>>>
