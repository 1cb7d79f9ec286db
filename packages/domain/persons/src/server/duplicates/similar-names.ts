/**
 * Whether two names (as {@link nameKeyOf} writes them) differ by a slip: one character of three or more is another, two neighbours
 * are swapped, or one character too many. Names of two characters are too short to say.
 */
export function areSimilar(left: string, right: string): boolean {
  const a = Array.from(left)
  const b = Array.from(right)
  if (Math.min(a.length, b.length) < 3 || left === right) return false
  if (a.length === b.length) {
    const apart = a.flatMap((character, at) => (character === b[at] ? [] : [at]))
    if (apart.length === 1) return true
    const [first = 0, second = 0] = apart
    return apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
  }
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (longer.length !== shorter.length + 1) return false
  return longer.some((_, at) => longer.toSpliced(at, 1).join('') === shorter.join(''))
}
