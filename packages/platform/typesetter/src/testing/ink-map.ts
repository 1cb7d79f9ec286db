import type { SeenPage } from './open-pdf.js'

/** Points that one character of a map stands for. */
const cell = 8
const levels = ' .:-=+*#%@'

/** A page as a picture of characters, the darker the more ink: small enough to be kept beside a test, and read in a review. */
export function inkMapOf({ grey, width, height }: Pick<SeenPage, 'grey' | 'width' | 'height'>): string {
  const lines: string[] = []
  for (let top = 0; top < height; top += cell) {
    let line = ''
    for (let left = 0; left < width; left += cell) line += levels[levelAt(grey, { left, top, width, height })]
    lines.push(line.trimEnd())
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function levelAt(
  grey: Uint8Array,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): number {
  let [ink, count] = [0, 0]
  for (let y = top; y < Math.min(top + cell, height); y++)
    for (let x = left; x < Math.min(left + cell, width); x++) {
      ink += 255 - (grey[y * width + x] ?? 255)
      count += 1
    }
  return Math.min(levels.length - 1, Math.round((ink / count / 255) * 2 * (levels.length - 1)))
}

/** How far two maps are apart: the share of places that differ by more than one level. */
export function inkDifference(one: string, other: string): number {
  const [a, b] = [one.split('\n'), other.split('\n')]
  let [apart, places] = [0, 0]
  for (let y = 0; y < Math.max(a.length, b.length); y++)
    for (let x = 0; x < Math.max(a[y]?.length ?? 0, b[y]?.length ?? 0); x++) {
      places += 1
      if (Math.abs(levels.indexOf(a[y]?.[x] ?? ' ') - levels.indexOf(b[y]?.[x] ?? ' ')) > 1) apart += 1
    }
  return places === 0 ? 0 : apart / places
}
