import { eligibilityModule, type ParameterValue } from '@opendpf/eligibility'
import type { ModuleContext } from '@opendpf/kit/server'

const county = '990121000000'
const since = '2024-01-01'

/** What the made-up county 990121 decided about aid of children. No real place has these numbers. */
const decided: Readonly<Record<string, ParameterValue>> = {
  childAidAgeTo: 17,
  childAidForAll: true,
  childAidComponents: [{ category: ['1', '2', '3', '4', '5', '6'] }],
  childTrainingCeiling: 1_500_000,
  childSurgeryCeiling: 1_000_000,
  childDeviceCeiling: 500_000,
}

/** Puts what the demo county decided about aid of children in force, through the write path. */
export async function setDemoChildAid({ write }: Pick<ModuleContext, 'write'>): Promise<void> {
  const { parameter } = eligibilityModule.records
  for (const [name, value] of Object.entries(decided)) {
    const { id, version } = await write.create(parameter, {
      name: `rehab.${name}`,
      region: county,
      since,
      value,
      documentTitle: '示例县残疾儿童康复救助办法（演示数据）',
      documentNumber: '示例县发〔2024〕30号',
      documentDate: since,
      grounds: '演示县历史标准',
    })
    await write.transition(parameter, { id, version, verb: 'enact' })
  }
}
