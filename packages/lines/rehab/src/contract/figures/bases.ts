import type { CountedIndicator, Indicator, RatioIndicator } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

/** What a period brought. */
export const flow = { kind: 'flow', version: 1 } as const satisfies Partial<Indicator>

/** What there is on a day. */
export const stock = {
  kind: 'stock',
  dateMeans: texts('统计日', 'The day asked about'),
  version: 1,
} as const satisfies Partial<Indicator>

export const distinctPersons = { unit: 'person', reading: 'distinct' } as const

/** A share of two indicators of the line, told of the same period or day as they are. */
export function share(
  part: readonly [name: string, indicator: CountedIndicator],
  whole: readonly [name: string, indicator: Indicator],
  more: Pick<RatioIndicator, 'title' | 'direction'>,
): RatioIndicator {
  const [partName, { counts, dateMeans, kind }] = part
  const [wholeName, { counts: of }] = whole
  return {
    kind,
    dateMeans,
    version: 1,
    unit: 'percent',
    reading: 'ratio',
    counts,
    of,
    part: partName,
    whole: wholeName,
    ...more,
  }
}
