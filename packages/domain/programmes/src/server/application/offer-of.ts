import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { programmes } from '../../contract/index.js'

const { offer } = programmes.records
type Offer = RowOf<typeof offer>

/**
 * The offer under which somebody of a place may apply for a programme on a day: that of the smallest division around the place that has one open.
 * Undefined where none has, or the day is no day to apply on.
 */
export async function offerOn(
  context: Pick<ModuleContext, 'read'>,
  { programme, division, day }: { readonly programme: string; readonly division: string | null; readonly day: string },
): Promise<Offer | undefined> {
  const found = await offersAround(context, { programme, division, year: Number(day.slice(0, 4)) })
  return found.find(({ firstDay, lastDay }) => (firstDay ?? '') <= day && day <= (lastDay ?? ''))
}

interface Asked {
  readonly programme: string
  readonly division: string | null
  readonly year: number
}

/** The offer that pays for a programme in a place in a year, whatever day it is. */
export async function offerOfYear(context: Pick<ModuleContext, 'read'>, asked: Asked): Promise<Offer | undefined> {
  return (await offersAround(context, asked))[0]
}

async function offersAround(
  { read }: Pick<ModuleContext, 'read'>,
  { programme, division, year }: Asked,
): Promise<readonly Offer[]> {
  const found = await read.many(offer, { programme, year, region: divisionsAround(division ?? ''), state: 'open' })
  return found.toSorted((one, other) => other.region.localeCompare(one.region))
}

/** A place with the town and the county around it, 12 digits each. The smaller one has the larger code. */
function divisionsAround(division: string): readonly string[] {
  return [...new Set([division, `${division.slice(0, 9)}000`, `${division.slice(0, 6)}000000`])]
}
