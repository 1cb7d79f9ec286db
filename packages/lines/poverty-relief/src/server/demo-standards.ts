import { eligibilityModule, type ParameterValue } from '@opendpf/eligibility'
import type { ModuleContext } from '@opendpf/kit/server'

interface DemoStandard {
  readonly name: string
  readonly since: string
  readonly value: ParameterValue
  readonly documentTitle: string
  readonly documentNumber: string
  readonly documentDate: string
}

const county = '990121000000'

const decision = (name: string, since: string, value: ParameterValue, number: number): DemoStandard => ({
  name: `poverty-relief.${name}`,
  since,
  value,
  documentTitle: '示例县残疾人两项补贴标准（演示数据）',
  documentNumber: `示例县发〔${since.slice(0, 4)}〕${number}号`,
  documentDate: since,
})

/** What the made-up county 990121 decided, two generations of it. No real place has these numbers. */
const demoStandards: readonly DemoStandard[] = [
  decision('livingStandard', '2024-01-01', 8_000, 11),
  decision('livingStandard', '2026-01-01', 9_000, 3),
  decision('nursingStandard', '2024-01-01', 8_000, 12),
  decision('nursingStandard', '2026-01-01', 9_500, 4),
  decision('livingEconomies', '2024-01-01', ['allowance', 'allowance-margin'], 13),
]

/** Puts the standards of the demo county in force, through the write path. */
export async function setDemoStandards({ write }: Pick<ModuleContext, 'write'>): Promise<void> {
  const { parameter } = eligibilityModule.records
  const grounds = '演示县历史标准'
  for (const standard of demoStandards) {
    const { id, version } = await write.create(parameter, { ...standard, region: county, grounds })
    await write.transition(parameter, { id, version, verb: 'enact' })
  }
}
