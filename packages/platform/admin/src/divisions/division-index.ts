/** One division as the server names it. */
export interface DivisionNode {
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'prefecture' | 'county' | 'town' | 'village'
  readonly parent: string | null
}

/** All divisions within reach, ready to be asked. */
export interface DivisionIndex {
  readonly roots: readonly DivisionNode[]
  get(code: string): DivisionNode | undefined
  childrenOf(code: string): readonly DivisionNode[]
  /** From the topmost within reach down to the division itself. */
  pathOf(code: string): readonly DivisionNode[]
  /** The names of the path: 青山县 石桥镇 柳树村. */
  nameOf(code: string): string
}

/** Builds the index; a division whose parent is out of reach is a root. */
export function indexDivisions(divisions: readonly DivisionNode[]): DivisionIndex {
  const byCode = new Map(divisions.map((division) => [division.code, division]))
  const children = new Map<string, DivisionNode[]>()
  const roots: DivisionNode[] = []
  for (const division of divisions) {
    const parent = division.parent !== null && byCode.has(division.parent) ? division.parent : undefined
    if (parent === undefined) roots.push(division)
    else children.set(parent, [...(children.get(parent) ?? []), division])
  }
  const pathOf = (code: string): readonly DivisionNode[] => {
    const path: DivisionNode[] = []
    for (let one = byCode.get(code); one; one = one.parent === null ? undefined : byCode.get(one.parent))
      path.unshift(one)
    return path
  }
  return {
    roots,
    get: (code) => byCode.get(code),
    childrenOf: (code) => children.get(code) ?? [],
    pathOf,
    nameOf: (code) =>
      pathOf(code)
        .map((one) => one.name)
        .join(' ') || code,
  }
}
