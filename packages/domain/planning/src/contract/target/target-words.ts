import { figureUnitWord } from '@opendpf/figures'
import type { Locale } from '@opendpf/messages'
import { formatYuan } from '@opendpf/standards'
import type { Target } from './target.js'
import type { PlanUnit } from './units.js'

/** A number with its unit: `300人`, `98.5%`, `4,900,000.00元`; `word` stands for the unit where the plan has one of its own. */
export function amountWords(
  amount: number,
  { unit, word }: { readonly unit: PlanUnit; readonly word?: string | null },
  locale: Locale,
): string {
  const digits =
    unit === 'fen' ? formatYuan(Math.round(amount)) : amount.toLocaleString('en-US', { maximumFractionDigits: 4 })
  const said = word ?? figureUnitWord(unit, locale)
  return locale === 'zh-CN' || said === '%' || said === '' ? `${digits}${said}` : `${digits} ${said}`
}

/** A target in words: `不少于300人`, `6至8期`. */
export function targetWords(
  target: Target,
  measured: { readonly unit: PlanUnit; readonly word?: string | null },
  locale: Locale,
): string {
  const zh = locale === 'zh-CN'
  const amount = (value: number) => amountWords(value, measured, locale)
  switch (target.kind) {
    case 'at-least':
    case 'rate':
      return zh ? `不少于${amount(target.value)}` : `at least ${amount(target.value)}`
    case 'running-total':
      return zh ? `累计不少于${amount(target.value)}` : `at least ${amount(target.value)} in all`
    case 'exactly':
      return amount(target.value)
    case 'at-most':
      return zh ? `不超过${amount(target.value)}` : `at most ${amount(target.value)}`
    case 'range':
      return zh ? `${amount(target.from)}至${amount(target.to)}` : `${amount(target.from)} to ${amount(target.to)}`
    case 'zero':
      return zh ? '为零' : 'none'
    case 'rise':
      return zh ? '比上年提高' : 'above last year'
    case 'fall':
      return zh ? '比上年下降' : 'below last year'
    case 'yes-no':
      return zh ? '完成' : 'done'
    case 'unknown':
      return zh ? `未明确（${target.reason}）` : `not known (${target.reason})`
  }
}
