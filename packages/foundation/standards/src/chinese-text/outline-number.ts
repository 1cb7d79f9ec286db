import { formatChineseNumber } from './chinese-number.js'

/**
 * Number of a heading in an official document (GB/T 9704): level 1 一、 level 2 （一） level 3 `1.` level 4 （1）.
 *
 * @throws RangeError when the position is not a whole number from 1
 */
export function outlineNumber(level: 1 | 2 | 3 | 4, position: number): string {
  if (!Number.isInteger(position) || position < 1) throw new RangeError('headings are counted from 1')
  switch (level) {
    case 1:
      return `${formatChineseNumber(position)}、`
    case 2:
      return `（${formatChineseNumber(position)}）`
    case 3:
      return `${position}.`
    case 4:
      return `（${position}）`
  }
}
