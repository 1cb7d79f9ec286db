import { payments } from '@opendpf/payments'
import { persons } from '@opendpf/persons'
import { encodeText } from '@opendpf/sheets'
import type { DemoSteps } from './demo-steps.js'

const { batch, line, accountException } = payments.records
const { account } = persons.records

/** The bank refuses one of so many lines. */
const linesForEachReturn = 60

/** The batch that a cycle was handed over as; undefined where nobody was granted anything. */
export async function batchOf(steps: DemoSteps, cycle: string): Promise<string | undefined> {
  const [found] = await steps.as('clerk', ({ read }) => read.many(batch, { cycle }, { limit: 1 }))
  return found?.id
}

/**
 * Pays a batch as far as the bank: checked by the clerk, approved by two others, sent by a cashier who is neither of them.
 *
 * @param on the day on which all of it happens
 */
export async function sendBatch(steps: DemoSteps, id: string, on: string): Promise<void> {
  await steps.step('clerk', [batch, id, 'verify'])
  await steps.step('approver', [batch, id, 'review'])
  await steps.step('second-approver', [batch, id, 'approve'])
  await steps.run('payments.makeFiles')
  await steps.step('second-clerk', [batch, id, 'send'], { sentOn: on })
  await steps.deliver()
}

/** Books what the bank answers: paid, but for a few whose accounts it does not find. What came back is no longer due: they have moved away. */
export async function settleBatch(steps: DemoSteps, id: string, on: string): Promise<void> {
  const content = new Uint8Array(encodeText(await bankAnswer(steps, id), 'gb18030'))
  await steps.as('second-clerk', async ({ files, read, write }) => {
    const row = await read.one(batch, id)
    const file = await files.keep(batch, 'resultFile', { name: '银行回盘.txt', type: 'text/plain', content })
    await write.transition(batch, {
      id,
      version: row?.version ?? 0,
      verb: 'takeResult',
      values: { paidOn: on, resultFile: [file] },
    })
  })
  await steps.step('second-clerk', [batch, id, 'reconcile'])
  await steps.as('clerk', async ({ read, write }) => {
    const returned = await read.many(line, { batch: id, state: 'returned' })
    await write.transitionMany(
      line,
      'drop',
      returned.map((row) => ({
        id: row.id,
        version: row.version,
        values: { dropReason: '经核实本人已迁出本县，账户已销户，由迁入地续发，本月不再补发。' },
      })),
    )
  })
  await steps.step('second-clerk', [batch, id, 'close'])
  await steps.deliver()
}

/** A result file by the layout that the batch was made with. */
async function bankAnswer(steps: DemoSteps, id: string): Promise<string> {
  const lines = await steps.as('second-clerk', ({ read }) => read.many(line, { batch: id }, { limit: 100_000 }))
  const told = lines
    .toSorted((one, other) => one.position - other.position)
    .map(({ position, accountNumber, holderName, net }) => [
      position,
      accountNumber,
      holderName,
      (net / 100).toFixed(2),
      ...(position % linesForEachReturn === 0 ? ['失败', 'E01', '账号不存在或已销户'] : ['成功', '', '']),
    ])
  return `${['合计', ...told.map((cells) => cells.join('^'))].join('\r\n')}\r\n`
}

/**
 * What a clerk finds with the accounts of a batch when they are looked up anew: closed and none in its place; in another name by now; to be paid to
 * somebody else, who waits for two to agree; and two persons with one account.
 */
export async function disturbAccounts(steps: DemoSteps, id: string, on: string): Promise<void> {
  const found = await steps.as('clerk', async ({ read }) => {
    const lines = await read.many(line, { batch: id }, { limit: 5 })
    return read.many(account, { id: lines.flatMap((row) => row.account ?? []) })
  })
  const [closed, renamed, entrusted, shared, sharing] = found
  await steps.as('clerk', async ({ write }) => {
    const change = async (row: (typeof found)[number] | undefined, values: Readonly<Record<string, unknown>>) => {
      if (row) await write.update(account, { id: row.id, version: row.version, values })
    }
    await change(closed, { isDefault: null, closedOn: on })
    await change(renamed, { holderName: '示范户名', thirdPartyReason: '本人行动不便，由其弟代领' })
    await change(entrusted, { holderName: '示范监护人', thirdPartyReason: '本人无民事行为能力，由监护人代领' })
    if (shared) await change(sharing, { number: shared.number })
    if (entrusted)
      await write.create(accountException, {
        account: entrusted.id,
        ground: 'guardian',
        reason: '本人为一级智力残疾，由监护人代领，监护关系证明已核对。',
      } as never)
  })
  await steps.step('clerk', [batch, id, 'refresh'])
}
