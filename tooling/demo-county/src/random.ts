/** Numbers that look random and are the same for the same seed. For made-up people only: it protects nothing. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  /** One of the items, each as often as its weight says. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
  /** True as often as the share says. */
  chance(share: number): boolean
}

/** sfc32, seeded from a text: small, fast, and good enough for weights. */
export function createRandom(seed: string): Random {
  const state = new Uint32Array(4)
  for (const [index, character] of [...seed].entries()) {
    const slot = index % 4
    state[slot] = Math.imul((state[slot] ?? 0) ^ (character.codePointAt(0) ?? 0), 0x9e3779b1) + 0x85ebca6b
  }
  const next = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state
    const sum = (a + b + d) | 0
    state[3] = d + 1
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }
  // the first numbers still show the seed
  for (let round = 0; round < 16; round += 1) next()

  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return {
    next,
    whole,
    pick,
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) {
        left -= weight
        if (left < 0) return item
      }
      const [last] = items.at(-1) ?? []
      if (last === undefined) throw new RangeError('nothing to pick from')
      return last
    },
    chance: (share) => next() < share,
  }
}
