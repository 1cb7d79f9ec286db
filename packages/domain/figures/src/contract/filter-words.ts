import type { Registry } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { catalogueOf } from './catalogue.js'
import { dimensionWords } from './dimensions.js'

/** What a figure is narrowed to, in words: `活动种类：学习会、培训班`. A name or code that the figure does not have any more stays as it is. */
export function filterWords(
  { indicator, filters }: { readonly indicator: string; readonly filters: Readonly<Record<string, readonly string[]>> },
  { registry, locale }: { readonly registry: Registry; readonly locale: Locale },
): string {
  const catalogue = catalogueOf(registry)
  const known = catalogue.get(indicator)
  const [colon, comma, semicolon] = locale === 'en' ? [': ', ', ', '; '] : ['：', '、', '；']
  return Object.entries(filters)
    .map(([name, codes]) => {
      const words = known && dimensionWords({ registry, catalogue, locale }, known, name)
      const labels = new Map(words?.values.map(({ code, label }) => [code, label]))
      return `${words?.title ?? name}${colon}${codes.map((code) => labels.get(code) ?? code).join(comma)}`
    })
    .join(semicolon)
}
