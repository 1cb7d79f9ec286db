import { scopeOfDivision } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { FigureAsked } from '../contract/index.js'
import { territoryOf } from '../reading/index.js'

interface Division {
  readonly code: string
  readonly name: string
}

/**
 * Names of the place that a figure is about and of those that it is broken down by, in the order of their codes: the towns or the villages
 * below it. A place that the register of divisions does not know is not among them.
 */
export async function placeNames(
  context: Pick<ModuleContext, 'read' | 'registry' | 'actor'>,
  asked: FigureAsked,
): Promise<ReadonlyMap<string, string>> {
  const about = asked.division ?? territoryOf(context.actor)
  if (about === undefined) return new Map()
  const divisions = async (where: object): Promise<readonly Division[]> => {
    const rows = await context.read.many(context.registry.record('system.division'), where)
    return rows.map((row) => row as unknown as Division).toSorted((one, other) => one.code.localeCompare(other.code))
  }
  const { level } = scopeOfDivision(about)
  const self = await divisions({ code: about })
  const towns = asked.by !== undefined && level === 'county' ? await divisions({ parent: about }) : []
  const above = level === 'town' ? [about] : towns.map(({ code }) => code)
  const isByVillage = asked.by === 'village' && above.length > 0
  const below = isByVillage ? await divisions({ parent: above }) : asked.by === 'town' ? towns : []
  return new Map([...self, ...below].map(({ code, name }) => [code, name]))
}
