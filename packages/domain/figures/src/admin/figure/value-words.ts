import { useLocale, useModuleText } from '@opendpf/admin'
import { type FigureUnit, type FigureValue, figures, figureText, figureUnitWord } from '../../contract/index.js'

/** Says a value with its unit, or that it is not known and why: what is not known is never 0. */
export function useValueWords(unit: FigureUnit): (value: FigureValue, isWithUnit?: boolean) => string {
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const word = figureUnitWord(unit, locale)
  // Chinese and the percent sign follow a number without a space
  const gap = locale === 'en' && unit !== 'percent' ? ' ' : ''
  return ({ value, unknownReason }, isWithUnit = true) =>
    value === null
      ? say('unknownFor', { reason: say(`unknown.${unknownReason ?? 'not-told'}`) })
      : `${figureText(value, unit)}${isWithUnit ? `${gap}${word}` : ''}`
}
