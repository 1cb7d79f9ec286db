/** Values side by side under one label; null is not known and has no bar. */
export interface BarGroup {
  readonly label: string
  readonly values: readonly (number | null)[]
}

/** A bar as it is drawn, in the units of the drawing. */
export interface Bar {
  readonly group: number
  readonly series: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly value: number | null
}

/** Where everything of a chart of bars stands. */
export interface BarLayout {
  readonly width: number
  readonly height: number
  /** The line of 0. */
  readonly base: number
  readonly bars: readonly Bar[]
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[]
}

const margin = { side: 16, top: 24, bottom: 28 } as const
const plotHeight = 160
const barWidth = 28
const groupGap = 20

/** Lays out bars of several series side by side; they stand on the line of 0, so that their lengths can be compared. */
export function layoutBars(groups: readonly BarGroup[]): BarLayout {
  const series = Math.max(1, ...groups.map(({ values }) => values.length))
  const known = groups.flatMap(({ values }) => values.filter((value) => value !== null))
  const highest = Math.max(0, ...known)
  const lowest = Math.min(0, ...known)
  const scale = highest === lowest ? 0 : plotHeight / (highest - lowest)
  const base = margin.top + highest * scale + (scale === 0 ? plotHeight : 0)
  const groupWidth = series * barWidth
  const start = (group: number) => margin.side + group * (groupWidth + groupGap)
  const bars = groups.flatMap(({ values }, group) =>
    values.map((value, at): Bar => {
      const height = Math.abs(value ?? 0) * scale
      const y = (value ?? 0) < 0 ? base : base - height
      return { group, series: at, x: start(group) + at * barWidth, y, width: barWidth - 4, height, value }
    }),
  )
  const height = margin.top + plotHeight + margin.bottom
  return {
    width: 2 * margin.side + groups.length * (groupWidth + groupGap) - groupGap,
    height,
    base,
    bars,
    labels: groups.map(({ label }, group) => ({ x: start(group) + (groupWidth - 4) / 2, y: height - 8, text: label })),
  }
}
