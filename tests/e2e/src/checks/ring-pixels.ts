import { PNG } from 'pngjs'

/** Contrast between focused and not, by which a pixel counts as changed. */
const leastRatio = 3

/** Edges in CSS pixels from the corner of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** One side of an element, as far as it lies in the window. */
export interface Side {
  readonly along: 'x' | 'y'
  /** Where it lies on the other axis, and the way from there into the element. */
  readonly at: number
  readonly inside: 1 | -1
  /** How thick the element is there. */
  readonly depth: number
  readonly from: number
  readonly to: number
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Buffer
}

/** Where two pictures differ. */
export interface Changes {
  readonly count: number
  has(x: number, y: number): boolean
}

/** Reads a picture that the browser sent. */
export function readPicture(base64: string): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(base64, 'base64'))
  return { width, height, data }
}

/** The pixels whose luminance changes by 3:1 or more. */
export function changedPixels(one: Picture, other: Picture): Changes {
  const { width, height } = one
  const changed = new Uint8Array(width * height)
  let count = 0
  for (let pixel = 0; pixel < changed.length; pixel += 1) {
    const at = pixel * 4
    // most pixels are the same: their luminance need not be worked out
    if (one.data.readInt32LE(at) === other.data.readInt32LE(at)) continue
    const [light, dark] = [luminance(one.data, at), luminance(other.data, at)].sort((a, b) => b - a) as [number, number]
    if ((light + 0.05) / (dark + 0.05) < leastRatio) continue
    changed[pixel] = 1
    count += 1
  }
  return { count, has: (x, y) => x >= 0 && y >= 0 && x < width && y < height && changed[y * width + x] === 1 }
}

/** The share of a side along which something changes: at most `margin` outside it, or inside it without reaching the middle. */
export function coveredShare(
  changes: Changes,
  { along, at, inside, depth, from, to }: Side,
  { around, margin }: { readonly around: Box; readonly margin: number },
): number {
  const inner = Math.min(margin, Math.floor(depth / 3))
  const [first, last] = [Math.round(at) - inside * margin, Math.round(at) + inside * inner]
  const [low, high] = [Math.min(first, last), Math.max(first, last)]
  let [covered, all] = [0, 0]
  for (let place = Math.ceil(from); place < Math.floor(to); place += 1) {
    all += 1
    for (let across = low; across <= high; across += 1) {
      const [x, y] = along === 'x' ? [place, across] : [across, place]
      if (!changes.has(x - around.left, y - around.top)) continue
      covered += 1
      break
    }
  }
  return all === 0 ? 1 : covered / all
}

/** Relative luminance as WCAG defines it. */
function luminance(picture: Buffer, at: number): number {
  const part = (offset: number) => {
    const value = (picture[at + offset] ?? 0) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}
