import fc from 'fast-check'

const characters = [
  ...'走访情况良好需要轮椅家中老人照料已经登记社区医院路号楼单元',
  ...'0123456789',
  ...'ABCxyz',
  ...`，。、（）；：“”·%_'"\\<>&/#?=+`,
  '𬭎',
  '㛃',
  '🙂',
  '　',
  ' ',
]

/** One line of what people type, with the characters that careless code trips over; never blank at an end, at most `max` long. */
export function textArbitrary(max = 100): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...characters), { minLength: 6, maxLength: 24 })
    .map((parts) => shorten(`记${parts.join('')}`, max))
}

/** Several lines of it. */
export function linesArbitrary(max = 2000): fc.Arbitrary<string> {
  return fc.array(textArbitrary(40), { minLength: 1, maxLength: 3 }).map((lines) => shorten(lines.join('\n'), max))
}

function shorten(text: string, max: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > max) break
    kept += character
  }
  return kept.trim() || '记'
}
