import type { Registry } from '@opendpf/kit'
import { permissionFor } from '@opendpf/kit'
import { figuresId, type Indicator, isCounted, type RatioIndicator } from './indicator.js'

/** Every indicator of a deployment, by `<module>.<name>`; the parts of rates are written out. */
export type Catalogue = ReadonlyMap<string, Indicator>

const catalogues = new WeakMap<object, Catalogue>()

/**
 * Reads the indicators that the modules of a deployment declare.
 *
 * @throws Error for a rate of something that nobody counts
 */
export function catalogueOf({ modules }: Pick<Registry, 'modules'>): Catalogue {
  const known = catalogues.get(modules)
  if (known) return known
  const catalogue: Catalogue = new Map(
    modules.flatMap(({ id, declares }) =>
      Object.entries((declares[figuresId] ?? {}) as Readonly<Record<string, Indicator>>).map(
        ([name, one]) => [`${id}.${name}`, one.reading === 'ratio' ? written(one, id) : one] as const,
      ),
    ),
  )
  for (const [name, one] of catalogue) {
    if (one.reading !== 'ratio') continue
    for (const part of [one.part, one.whole]) {
      const reading = catalogue.get(part)?.reading
      if (reading === undefined) throw new Error(`"${name}" is a share of "${part}", which no module declares`)
      if (reading === 'ratio') throw new Error(`"${name}" is a share of the share "${part}"`)
    }
  }
  catalogues.set(modules, catalogue)
  return catalogue
}

function written(ratio: RatioIndicator, module: string): RatioIndicator {
  const whole = (name: string) => (name.includes('.') ? name : `${module}.${name}`)
  return { ...ratio, part: whole(ratio.part), whole: whole(ratio.whole) }
}

/** What somebody must be allowed to see a figure: to read the rows that are counted. */
export function permissionsOf(catalogue: Catalogue, indicator: Indicator): readonly string[] {
  if (indicator.reading === 'ratio')
    return [indicator.part, indicator.whole].flatMap((name) => {
      const part = catalogue.get(name)
      return part ? permissionsOf(catalogue, part) : []
    })
  if (!isCounted(indicator)) return [`${figuresId}:externalFigure.read`]
  const [module = '', record = ''] = indicator.lists.split('.')
  return [permissionFor({ module, name: record }, 'read')]
}
