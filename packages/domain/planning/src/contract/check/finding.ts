import { defineMessages } from '@opendpf/messages'

/** What the checker of plans finds, by code. `error` keeps a plan from being submitted, `warning` has to be looked at. */
export const findingSeverity = {
  'number-twice': 'error',
  'terms-times-people': 'error',
  'parts-not-total': 'error',
  'part-above-total': 'error',
  'part-other-unit': 'error',
  'part-of-itself': 'error',
  'same-count-twice': 'warning',
  'rate-without-denominator': 'error',
  'rate-other-unit': 'error',
  'above-hundred-percent': 'error',
  'range-reversed': 'error',
  'below-last-year': 'warning',
  'trend-without-last-year': 'warning',
  'due-outside-plan': 'error',
  'due-before-start': 'error',
  'no-owner': 'error',
  'unit-differs': 'error',
  'unknown-indicator': 'error',
  'unknown-dimension': 'error',
  'splits-below-total': 'error',
  'splits-above-total': 'warning',
  'split-below-rate': 'warning',
  'year-outside-plan': 'error',
  'years-not-total': 'error',
  'target-unknown': 'warning',
} as const

export type FindingCode = keyof typeof findingSeverity
export type Severity = (typeof findingSeverity)[FindingCode]

/** One thing that does not fit in a plan: which item, which field of it, and what the message is filled in with. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** The number of the item within the plan. */
  readonly item: string
  readonly field: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Says what does not fit and what to do. */
export const findingMessages = defineMessages({
  'zh-CN': {
    'number-twice': '编号 {{item}} 用了两次，请改其中一个',
    'terms-times-people':
      '{{terms}}项 {{from}} 至 {{to}} 期、每期 {{each}} 人，一共 {{least}} 至 {{most}}，与目标 {{target}} 不符，请改期数、每期人数或目标',
    'parts-not-total': '各部分合计 {{sum}}，与总数 {{total}} 不等，请核对',
    'part-above-total': '“其中”为 {{part}}，超过总数 {{total}}，请核对',
    'part-other-unit': '单位与所属的 {{whole}} 项不同，不能作为它的一部分',
    'part-of-itself': '与 {{whole}} 项互为部分，请改其中一个',
    'same-count-twice': '与 {{other}} 项统计同一指标，范围重叠，同一批对象会算两次，请合并或改范围',
    'rate-without-denominator': '比率没有写明分母，请写明占什么的百分比，或选择指标',
    'rate-other-unit': '比率的单位应为百分比',
    'above-hundred-percent': '目标 {{value}}% 超过百分之百，请核对',
    'range-reversed': '目标下限 {{from}} 大于上限 {{to}}，请对调',
    'below-last-year': '目标 {{target}} 低于上年完成数 {{lastYear}}，请核对或说明',
    'trend-without-last-year': '目标与上年比较，但没有上年数，请填写',
    'due-outside-plan': '完成时限 {{dueOn}} 不在计划年度内（{{firstYear}} 至 {{lastYear}} 年），请改日期',
    'due-before-start': '完成时限 {{dueOn}} 早于开始日期 {{startsOn}}，请改日期',
    'no-owner': '没有责任单位或责任人，请填写',
    'unit-differs': '单位与指标“{{indicator}}”的单位（{{unit}}）不同；单位之间不能换算，请改单位或换指标',
    'unknown-indicator': '没有指标“{{indicator}}”，请另选指标或改为手工填报',
    'unknown-dimension': '指标“{{indicator}}”不能按“{{dimension}}”筛选，请改统计范围',
    'splits-below-total': '分解到各地的合计 {{sum}}，少于目标 {{total}}，请补足',
    'splits-above-total': '分解到各地的合计 {{sum}}，多于目标 {{total}}，请核对',
    'split-below-rate': '{{place}}的比率 {{value}}% 低于全县目标 {{total}}%，请核对',
    'year-outside-plan': '{{year}} 年不在计划年度内，请删去',
    'years-not-total': '各年度合计 {{sum}}，与总目标 {{total}} 不等，请核对',
    'target-unknown': '目标未明确：{{reason}}；请尽快补上',
  },
  en: {
    'number-twice': 'the number {{item}} is used twice; change one of them',
    'terms-times-people':
      '{{from}} to {{to}} terms of item {{terms}} with {{each}} each make {{least}} to {{most}}, which does not fit the target {{target}}; change the terms, the number of each or the target',
    'parts-not-total': 'the parts add up to {{sum}}, not to the whole of {{total}}; compare them',
    'part-above-total': 'this part is {{part}}, more than the whole of {{total}}; compare them',
    'part-other-unit': 'its unit is not that of item {{whole}}, so it cannot be a part of it',
    'part-of-itself': 'it and item {{whole}} are parts of each other; change one of them',
    'same-count-twice':
      'item {{other}} counts the same indicator and the two overlap, so the same people count twice; merge them or narrow one',
    'rate-without-denominator': 'the rate does not say of what whole; write the denominator or choose an indicator',
    'rate-other-unit': 'a rate is in percent; change the unit',
    'above-hundred-percent': 'the target {{value}}% is above a hundred percent; check it',
    'range-reversed': 'the lower end {{from}} is above the upper end {{to}}; swap them',
    'below-last-year': 'the target {{target}} is below last year’s result {{lastYear}}; check it or say why',
    'trend-without-last-year': 'the target compares with last year, whose result is missing; fill it in',
    'due-outside-plan': 'the due date {{dueOn}} lies outside the plan ({{firstYear}} to {{lastYear}}); change the date',
    'due-before-start': 'the due date {{dueOn}} is before the start {{startsOn}}; change a date',
    'no-owner': 'nobody answers for it; fill in an organisation or a person',
    'unit-differs':
      'its unit is not that of the indicator “{{indicator}}” ({{unit}}), and units are not converted; change the unit or the indicator',
    'unknown-indicator': 'there is no indicator “{{indicator}}”; choose another or report by hand',
    'unknown-dimension': 'the indicator “{{indicator}}” cannot be narrowed by “{{dimension}}”; change what is counted',
    'splits-below-total':
      'what the towns take over adds up to {{sum}}, less than the target {{total}}; add what is missing',
    'splits-above-total': 'what the towns take over adds up to {{sum}}, more than the target {{total}}; check it',
    'split-below-rate': 'the rate of {{place}}, {{value}}%, is below that of the county, {{total}}%; check it',
    'year-outside-plan': 'the year {{year}} lies outside the plan; remove it',
    'years-not-total': 'the years add up to {{sum}}, not to the target {{total}}; compare them',
    'target-unknown': 'the target is not known: {{reason}}; fill it in as soon as it is',
  },
})
