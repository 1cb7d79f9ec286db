/** Most statements that are prepared without having been given a name; each costs every connection some memory. */
const preparedAtMost = 300
const rememberedAtMost = 5000

/**
 * Names for statements that nobody named: one that comes a second time is prepared from then on, which spares the database reading and
 * planning it again. Texts are few, since values are parameters; whoever varies a text without end meets the bound and is only slower.
 */
export function createStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= preparedAtMost) return known
    if (!seen.has(text)) {
      if (seen.size >= rememberedAtMost) seen.clear()
      seen.add(text)
      return undefined
    }
    seen.delete(text)
    const name = `repeated:${names.size}`
    names.set(text, name)
    return name
  }
}
