import { keepFigure, tellFigure } from '@opendpf/figures/reading'
import { planning } from '@opendpf/planning'
import { draftNarrative, reports } from '@opendpf/reports'
import { takeFigures } from '@opendpf/reports/server'
import type { Platform } from '@opendpf/server'
import { readSnapshot, writeTransaction } from '@opendpf/server'
import type { DemoHands } from './demo-hands.js'

const { report } = reports.records

export interface DemoReportOptions {
  readonly hands: DemoHands
  /** The id of the plan of the year that is over. */
  readonly plan: string
  readonly year: number
}

/** Freezes what was counted of a plan, to be called on the last evening of its year, and drafts the report of the year from it. */
export async function closeDemoBooks(platform: Platform, { hands, plan, year }: DemoReportOptions): Promise<string> {
  const options = { actor: hands.clerk, locale: 'zh-CN' } as const
  const { figures, told } = await readSnapshot(platform, options, async (context) => {
    const taken = await takeFigures(context, plan)
    if (!taken) throw new Error('the demo county has no plan of the year that is over')
    const counted = taken.items.flatMap(({ figure }) => (figure ? [figure] : []))
    return { figures: taken, told: await inTurn(counted, (figure) => tellFigure(context, figure)) }
  })
  return writeTransaction(platform, options, async ({ context }) => {
    for (const figure of told) await keepFigure(context, figure, `${year}年工作总结`)
    const { id } = await context.write.create(report, {
      title: `示范县${year}年残疾人工作总结`,
      kind: 'year-end',
      plan,
      narrative: draftNarrative('year-end', figures),
      figuresOn: figures.day,
      figures,
      state: 'draft',
    })
    return id
  })
}

/** Settles the report of a year that is over, and closes its plan with it. */
export async function settleDemoReport(
  platform: Platform,
  { hands, plan, year, report: id }: DemoReportOptions & { readonly report: string },
): Promise<void> {
  const issuedOn = `${year + 1}-01-12`
  await writeTransaction(platform, { actor: hands.approver, locale: 'zh-CN' }, async ({ context: { read, write } }) => {
    await write.transition(report, {
      id,
      version: 1,
      verb: 'settle',
      values: { issuer: '示范县残疾人联合会', documentNumber: `示残发〔${year + 1}〕2号`, issuedOn },
    })
    const row = await read.one(planning.records.plan, plan)
    await write.transition(planning.records.plan, {
      id: plan,
      version: row?.version ?? 0,
      verb: 'close',
      values: { summary: '全年任务总体完成，个别指标转入下一年度继续推进。' },
    })
  })
}

async function inTurn<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<readonly U[]> {
  const done: U[] = []
  for (const item of items) done.push(await work(item))
  return done
}
