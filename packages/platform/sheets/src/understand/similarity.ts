/** How alike two texts are, from 0 to 1: the better of shared letter pairs and edit distance. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  if (!haveCharacterInCommon(a, b)) return 0
  return Math.max(sharedPairs(a, b), 1 - editDistance(a, b) / Math.max([...a].length, [...b].length))
}

function haveCharacterInCommon(a: string, b: string): boolean {
  for (const character of a) if (b.includes(character)) return true
  return false
}

function sharedPairs(a: string, b: string): number {
  const first = pairsOf(a)
  const second = pairsOf(b)
  if (first.length === 0 || second.length === 0) return 0
  const left = [...second]
  let shared = 0
  for (const pair of first) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    shared++
  }
  return (2 * shared) / (first.length + second.length)
}

function pairsOf(text: string): readonly string[] {
  const characters = [...text]
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

function editDistance(a: string, b: string): number {
  const to = [...b]
  let row = to.map((_, i) => i + 1)
  for (const [i, character] of [...a].entries()) {
    let diagonal = i
    let left = i + 1
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, left + 1, diagonal + (to[j] === character ? 0 : 1))
      diagonal = above
      left = cost
      return cost
    })
  }
  return row.at(-1) ?? 0
}
