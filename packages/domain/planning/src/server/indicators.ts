import { catalogueOf, dimensionsOf } from '@opendpf/figures'
import type { Registry } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import type { IndicatorFacts } from '../contract/index.js'

/** What the modules of this deployment can count, as the checker wants to know it. */
export function indicatorFacts(
  registry: Pick<Registry, 'modules'>,
  locale: Locale,
): ReadonlyMap<string, IndicatorFacts> {
  const catalogue = catalogueOf(registry)
  return new Map(
    [...catalogue].map(([name, one]) => [
      name,
      { title: one.title[locale], unit: one.unit, dimensions: dimensionsOf(catalogue, one) },
    ]),
  )
}
