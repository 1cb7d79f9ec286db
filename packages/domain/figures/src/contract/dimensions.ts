import type { Registry } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import type { Locale, Texts } from '@opendpf/messages'
import type { Catalogue } from './catalogue.js'
import { type Dimension, type FinestDivision, type Indicator, isCounted } from './indicator.js'

/** What a figure can be narrowed and broken down by; of a rate what both of its parts can be. */
export function dimensionsOf(catalogue: Catalogue, indicator: Indicator): readonly string[] {
  if (isCounted(indicator)) return Object.keys(indicator.dimensions ?? {})
  if (indicator.reading === 'external') return []
  const [part, whole] = [indicator.part, indicator.whole].map((name) => catalogue.get(name))
  if (!part || !whole) return []
  const others = new Set(dimensionsOf(catalogue, whole))
  return dimensionsOf(catalogue, part).filter((name) => others.has(name))
}

/** A value of a dimension with its name in one language. */
export interface DimensionValue {
  readonly code: string
  readonly label: string
}

/** A dimension in one language: what it is called, and its values in their order. */
export interface DimensionWords {
  readonly title: string
  readonly values: readonly DimensionValue[]
}

/** The words of a dimension of a figure; undefined where it has no such dimension. */
export function dimensionWords(
  {
    registry,
    catalogue,
    locale,
  }: { readonly registry: Registry; readonly catalogue: Catalogue; readonly locale: Locale },
  indicator: Indicator,
  name: string,
): DimensionWords | undefined {
  const dimension = declaredDimension(catalogue, indicator, name)
  if (!dimension) return undefined
  const title = dimension.title[locale]
  if ('codes' in dimension)
    return { title, values: dimension.codes.map(({ code, zh, en }) => ({ code, label: locale === 'en' ? en : zh })) }
  const [module = '', record = '', field = ''] = dimension.field.split('.')
  const { choices = [], codes, names } = fieldMeta(registry.record(`${module}.${record}`), field)
  if (names?.part === 'declaration') return { title, values: declaredValues(registry, locale, names) }
  const values = codes
    ? codes.entries.map(({ code, zh, en }) => ({ code, label: locale === 'en' ? en : zh }))
    : choices.map((code) => ({ code, label: registry.text(module, locale, `${record}.${field}.${code}`) }))
  return { title, values }
}

/** What modules declare for the one that a field names, each by `<module>.<name>` and its title: a sort of activity, a programme. */
function declaredValues(
  { modules }: Registry,
  locale: Locale,
  { of, within }: { readonly of: string; readonly within?: string },
): readonly DimensionValue[] {
  return modules.flatMap(({ id, declares }) => {
    const given = (declares[of] ?? {}) as Readonly<Record<string, unknown>>
    const entries = (within === undefined ? given : (given[within] ?? {})) as Readonly<Record<string, { title: Texts }>>
    return Object.entries(entries).map(([own, { title }]) => ({ code: `${id}.${own}`, label: title[locale] }))
  })
}

function declaredDimension(catalogue: Catalogue, indicator: Indicator, name: string): Dimension | undefined {
  if (isCounted(indicator)) return indicator.dimensions?.[name]
  if (indicator.reading === 'external' || !dimensionsOf(catalogue, indicator).includes(name)) return undefined
  const part = catalogue.get(indicator.part)
  return part && declaredDimension(catalogue, part, name)
}

const depths: Readonly<Record<FinestDivision, number>> = { county: 1, town: 2, village: 3 }

/** The levels of places that a figure can be broken down by. What others tell is told place by place, and cannot. */
export function placesOf(indicator: Indicator): readonly ('town' | 'village')[] {
  if (indicator.reading === 'external') return []
  return (['town', 'village'] as const).filter((level) => depths[level] <= depths[indicator.finest ?? 'village'])
}
