import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { payments } from '../../contract/index.js'
import { accountsOf, type PayeeAccount } from '../../paying/accounts.js'
import { chunkSize } from '../../paying/chunks.js'
import { countBatches } from '../../paying/count-batches.js'
import { linesOf } from './lines-of.js'

const { line } = payments.records
const { person } = persons.records
type Line = RowOf<typeof line>
type Context = Pick<ModuleContext, 'read' | 'db'>

interface Changed {
  readonly row: Line
  readonly now: PayeeAccount
}

/** Pending lines of a batch whose account is no longer what they say, chunk by chunk. Nothing is written. */
async function* changedAccounts(batch: string, context: Context): AsyncGenerator<readonly Changed[]> {
  for await (const rows of linesOf(batch, 'pending', context)) {
    const ids = [...new Set(rows.map((row) => row.person))]
    const accounts = await accountsOf(await context.read.many(person, { id: ids }, { limit: chunkSize }), context)
    yield rows.flatMap((row) => {
      const now = accounts.get(row.person)
      return now && isOther(row, now) ? [{ row, now }] : []
    })
  }
}

/** How many pending lines of a batch have an account that is no longer what they say. */
export async function countChanged(batch: string, context: Context): Promise<number> {
  let count = 0
  for await (const changed of changedAccounts(batch, context)) count += changed.length
  return count
}

function isOther(row: Line, now: PayeeAccount): boolean {
  return (Object.keys(now) as (keyof PayeeAccount)[]).some((field) => row[field] !== now[field])
}

/** Looks up the accounts of a batch anew, and counts what still cannot be paid. */
export async function readAccounts(batch: string, context: ModuleContext): Promise<void> {
  for await (const chunk of changedAccounts(batch, context))
    await context.write.updateMany(
      line,
      chunk.map(({ row: { id, version }, now }) => ({ id, version, values: { ...now } })),
    )
  await countBatches([batch], context)
}
