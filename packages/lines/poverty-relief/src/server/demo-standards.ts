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

const decision = (
  name: string,
  since: string,
  value: ParameterValue,
  number: number,
  documentTitle = '示例县残疾人两项补贴标准（演示数据）',
): DemoStandard => ({
  name: `poverty-relief.${name}`,
  since,
  value,
  documentTitle,
  documentNumber: `示例县发〔${since.slice(0, 4)}〕${number}号`,
  documentDate: since,
})

const relief = '示例县残疾人救助办法（演示数据）'
const premiums = '示例县残疾人社会保险代缴办法（演示数据）'
const passes = '示例县残疾人优待办法（演示数据）'

/** What the made-up county 990121 decided, two generations of it. No real place has these numbers. */
const demoStandards: readonly DemoStandard[] = [
  decision('livingStandard', '2024-01-01', 8_000, 11),
  decision('livingStandard', '2026-01-01', 9_000, 3),
  decision('nursingStandard', '2024-01-01', 8_000, 12),
  decision('nursingStandard', '2026-01-01', 9_500, 4),
  decision('livingEconomies', '2024-01-01', ['allowance', 'allowance-margin'], 13),
  decision('reliefBarMonths', '2024-01-01', 12, 14, relief),
  decision('hasLocalLiving', '2024-01-01', true, 15, relief),
  decision('localLivingStandard', '2024-01-01', 6_000, 15, relief),
  decision('localLivingEconomies', '2024-01-01', ['allowance', 'allowance-margin'], 15, relief),
  decision('hasSpecialSubsidy', '2024-01-01', true, 16, relief),
  decision('specialSubsidyStandard', '2024-01-01', 10_000, 16, relief),
  decision('hasHomeCare', '2024-01-01', true, 17, relief),
  decision('homeCareStandard', '2024-01-01', 20_000, 17, relief),
  decision('homeCareExcludedBy', '2024-01-01', [{ programme: ['nursing'] }], 17, relief),
  decision('hasMedicalPremium', '2024-01-01', true, 18, premiums),
  decision('medicalPremiumStandard', '2024-01-01', 38_000, 18, premiums),
  decision('medicalPremiumStandard', '2026-01-01', 40_000, 5, premiums),
  decision('medicalPremiumForSevere', '2024-01-01', true, 18, premiums),
  decision('hasPensionPremium', '2024-01-01', true, 19, premiums),
  decision('pensionPremiumStandard', '2024-01-01', 10_000, 19, premiums),
  decision(
    'busPassComponents',
    '2024-01-01',
    [
      { category: ['1'], grade: ['1', '2'] },
      { category: ['4'], part: ['lower-limbs', 'all-limbs'] },
    ],
    20,
    passes,
  ),
  decision('reducesHospitalFees', '2024-01-01', true, 21, passes),
  decision('hospitalFees', '2024-01-01', ['registration', 'consultation', 'nursing', 'bed'], 21, passes),
  decision('hospitalFees', '2026-01-01', ['registration', 'consultation', 'nursing', 'bed', 'examination'], 6, passes),
  decision('hospitalShare', '2024-01-01', 20, 21, passes),
  decision('hospitalYearMost', '2024-01-01', 200_000, 21, passes),
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
