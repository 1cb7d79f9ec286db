import type { CodeList } from '@opendpf/standards'
import { type Cell, ownText } from '../cell/cell.js'
import { readDisabilityTokens } from '../understand/disability-tokens.js'
import { squeezed } from '../understand/plain-text.js'
import { understandDate } from '../understand/understand-date.js'
import { understandLongNumber } from '../understand/understand-long-number.js'
import { understandName } from '../understand/understand-name.js'
import { understandNumber } from '../understand/understand-number.js'
import { understandPhone } from '../understand/understand-phone.js'
import { isTick, understandYesNo } from '../understand/understand-yes-no.js'
import type { ColumnSpec } from './column-spec.js'

/** What the cells of a column look like; shares are of the filled cells, from 0 to 1. */
export interface ContentProfile {
  readonly filled: number
  readonly spoiled: number
  readonly formulas: number
  readonly errors: number
  readonly idLike: number
  readonly certificateLike: number
  readonly combined: number
  readonly several: number
  readonly ticks: number
  readonly dateForms: ReadonlySet<string>
  /** The share of cells that could belong to a field; `undefined` where any content could. */
  readonly shareFor: (spec: ColumnSpec) => number | undefined
}

/** Looks at the cells of one column; merged copies do not count. */
export function profileOf(cells: readonly Cell[]): ContentProfile {
  const filled = cells.filter((cell) => ownText(cell) !== '')
  const share = (holds: (cell: Cell) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(holds).length / filled.length
  // many fields are of one kind
  const shares = new Map<string, number>()
  return {
    filled: filled.length,
    spoiled: filled.filter(isSpoiled).length,
    formulas: filled.filter((cell) => cell.formula).length,
    errors: filled.filter((cell) => cell.kind === 'error').length,
    idLike: share(isIdLike),
    certificateLike: share(isCertificateLike),
    combined: share((cell) => tokensOf(cell).some(({ grade }) => grade !== undefined)),
    several: share((cell) => tokensOf(cell).length > 1),
    ticks: share((cell) => isTick(ownText(cell))),
    dateForms: new Set(filled.flatMap(dateForm)),
    shareFor: (spec) => {
      if (filled.length === 0) return undefined
      if (spec.kind === 'code' && spec.list === undefined) return supportOf(share(isOneOf(spec.values ?? [])))
      const test = testFor(spec)
      if (test === undefined) return undefined
      const known = spec.kind === 'code' ? undefined : shares.get(spec.kind)
      const found = known ?? share(test)
      shares.set(spec.kind, found)
      return found
    },
  }
}

// names alone are not all the ways to write a code, so that others are no evidence
function supportOf(share: number): number | undefined {
  return share >= 0.6 ? share : undefined
}

function isOneOf(values: readonly string[]): (cell: Cell) => boolean {
  const known = new Set(values.map(squeezed))
  return (cell) => known.has(squeezed(ownText(cell)))
}

function isOnList(list: CodeList): (cell: Cell) => boolean {
  return (cell) => {
    const match = list.match(ownText(cell))
    return match.ok || match.reason === 'AMBIGUOUS'
  }
}

function testFor(spec: ColumnSpec): ((cell: Cell) => boolean) | undefined {
  switch (spec.kind) {
    case 'id':
      return isIdLike
    case 'certificate':
      return isCertificateLike
    case 'long-number':
      return (cell) => isSpoiled(cell) || understandLongNumber(cell).ok
    case 'phone':
      return (cell) => understandPhone(cell).ok
    case 'number':
      return (cell) => understandNumber(cell).ok
    case 'date':
      return (cell) => isDateLike(cell)
    case 'yes-no':
      return (cell) => understandYesNo(cell).ok
    case 'name':
      return (cell) => understandName(cell).ok
    case 'disability':
    case 'disability-category':
      return (cell) => tokensOf(cell).length > 0
    case 'disability-grade':
      return (cell) => /^(?:残疾)?[1-4一二三四ⅠⅡⅢⅣ]级?$/.test(ownText(cell))
    case 'code':
      return spec.list === undefined ? undefined : isOnList(spec.list)
    default:
      return undefined
  }
}

function isSpoiled(cell: Cell): boolean {
  const reading = understandLongNumber(cell)
  return !reading.ok && reading.reason === 'SPOILED_BY_EXCEL'
}

function isIdLike(cell: Cell): boolean {
  return isSpoiled(cell) || /^(?:\d{15}|\d{17}[\dXx])$/.test(squeezed(ownText(cell)))
}

function isCertificateLike(cell: Cell): boolean {
  return isSpoiled(cell) || /^\d{17}[\dXx][1-7][1-4](?:[Bb]\d*)?$/.test(squeezed(ownText(cell)))
}

function isDateLike(cell: Cell): boolean {
  const reading = understandDate(cell)
  return reading.ok || reading.reason === 'DATE_INCOMPLETE' || reading.reason === 'DATE_OPEN_END'
}

function tokensOf(cell: Cell) {
  const text = ownText(cell)
  if (text === '' || text.length > 60) return []
  const reading = readDisabilityTokens(text)
  return reading.ok ? reading.value : []
}

function dateForm(cell: Cell): readonly string[] {
  if (cell.kind === 'date') return ['date']
  if (!understandDate(cell).ok) return []
  return [cell.kind === 'number' ? 'number' : squeezed(ownText(cell)).replace(/\d+/g, '0')]
}
