/** At a level of a statement, what makes its rows depend on more than one row of each table at once. */
const together =
  /\b(distinct|group|having|window|over|limit|offset|fetch|union|intersect|except|with|right|full|tablesample)\b|\b(any_value|avg|corr|count|every|grouping|max|min|mode|rank|sum|variance|xmlagg|\w+_agg|bit_\w+|bool_\w+|covar_\w+|cume_\w+|dense_\w+|percent\w+|regr_\w+|stddev\w*|var_\w+)\s*\(/

/** How a statement goes on to a table, or to a statement within it, whose rows it takes one by one. */
const taken = /(^|\s)(from|(?<!\b(left|right|full|outer)\s+)join)\s*$/

/** A statement that stands in brackets. */
const onlyBrackets = /^\s*\(\s*\)\s*$/

/**
 * Whether the rows that a statement answers are those that it answers for each row of a table alone, put together: that of the table's rows
 * which have changed can then be counted by themselves, and added to what was counted before. A table that is named twice, that is behind an
 * outer join or in a condition, and rows that are grouped, made distinct or cut off are not such. Where it cannot be seen, the answer is no.
 */
export function isSumOver(text: string, table: string): boolean {
  if (/\\|--|\/\*|\$\$/.test(text)) return false
  const plain = text
    .replace(/'[^']*'/g, (literal) => ' '.repeat(literal.length))
    .replaceAll('"', ' ')
    .toLowerCase()
  const mentions = [...plain.matchAll(new RegExp(`\\b${table}\\b`, 'g'))]
  const [mention] = mentions
  if (!mention || mentions.length !== 1 || new RegExp(`\\b${table}_history\\b`).test(plain)) return false
  return levelsAround(plain, mention.index).every(
    ({ level, at }) => onlyBrackets.test(level) || (!together.test(level) && taken.test(level.slice(0, at))),
  )
}

interface LevelAround {
  /** The text between two brackets, with what further brackets hold left blank. */
  readonly level: string
  /** Where in it the next level begins, or the place looked for is. */
  readonly at: number
}

/** The levels of brackets around a place in a text, from the outermost. */
function levelsAround(text: string, place: number): readonly LevelAround[] {
  const opened: number[] = []
  for (const [index, sign] of [...text.slice(0, place)].entries()) {
    if (sign === '(') opened.push(index)
    if (sign === ')') opened.pop()
  }
  const starts = [0, ...opened.map((index) => index + 1)]
  return starts.map((start, depth) => {
    const at = (opened[depth] ?? place) - start
    return { level: withoutBrackets(text.slice(start)), at }
  })
}

/** A text up to the bracket that closes it, with what is in brackets left blank. */
function withoutBrackets(text: string): string {
  let depth = 0
  let level = ''
  for (const sign of text) {
    if (sign === ')') {
      if (depth === 0) return level
      depth -= 1
    }
    level += depth === 0 ? sign : ' '
    if (sign === '(') depth += 1
  }
  return level
}
