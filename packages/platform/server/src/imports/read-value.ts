import { isMasked } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import {
  type Cell,
  type NotUnderstood,
  type Reading,
  reasonText,
  textOf,
  understandCode,
  understandDate,
  understandLongNumber,
  understandName,
  understandNumber,
  understandPhone,
  understandText,
  understandYesNo,
  warningText,
} from '@opendpf/sheets'
import type { ImportColumn } from './columns.js'
import type { DivisionFinder, DivisionReading } from './division-names.js'
import { type ImportTextKey, importTexts } from './messages.js'

/** What a cell says: a value, nothing, or something that cannot be used. */
export type ValueReading =
  | { readonly kind: 'nothing'; readonly remarks: readonly Said[] }
  | {
      readonly kind: 'value'
      readonly value: unknown
      readonly understoodAs?: string
      readonly remarks: readonly Said[]
    }
  | { readonly kind: 'masked'; readonly text: string }
  | { readonly kind: 'problem'; readonly said: Said }

/** A sentence with its stable code. */
export interface Said {
  readonly code: string
  readonly message: string
}

export interface ReadTools {
  readonly locale: Locale
  readonly divisions: DivisionFinder
}

/** Reads a cell as the value of a field, in the form in which the write path takes it. Sense is made elsewhere: this only reads. */
export function readValue(column: ImportColumn, cell: Cell, tools: ReadTools): ValueReading {
  const { meta, spec, list } = column
  const text = textOf(cell)
  if (isMasked(meta) && text.includes('*')) return { kind: 'masked', text: text.replace(/\s/g, '') }
  if (meta.kind === 'division') return readDivision(column, text, tools)
  if (list !== undefined) return settle(column, understandCode(list, cell), tools)
  switch (spec.kind) {
    case 'id':
    case 'certificate':
    case 'long-number':
      return settle(column, understandLongNumber(cell), tools)
    case 'phone': {
      const reading = understandPhone(cell)
      return settle(column, reading.ok ? { ...reading, value: reading.value.number } : reading, tools)
    }
    case 'name':
      return settle(column, understandName(cell), tools)
    case 'yes-no':
      return settle(column, understandYesNo(cell), tools)
    case 'date': {
      const reading = understandDate(cell)
      if (!reading.ok && reading.reason === 'DATE_OPEN_END' && spec.required !== true)
        return { kind: 'nothing', remarks: [say(column, 'openEnd', tools)] }
      return settle(column, reading, tools)
    }
    case 'number':
      return readAmount(column, understandNumber(cell), tools)
    default:
      return settle(column, understandText(cell), tools)
  }
}

/** A place written as town and village, in two columns. */
export function readPlace(
  column: ImportColumn,
  texts: { readonly town: string; readonly village: string },
  tools: ReadTools,
): ValueReading {
  const { town, village } = texts
  if (town === '' && village === '') return { kind: 'nothing', remarks: [] }
  const reading =
    town === '' ? tools.divisions.find(village) : tools.divisions.findIn(town, village === '' ? undefined : village)
  return settleDivision(column, reading, `${town}${village}`, tools)
}

/** Remarks and refusals of a reading as sentences about the column. */
export function settle(column: ImportColumn, reading: Reading<unknown>, { locale }: ReadTools): ValueReading {
  if (!reading.ok)
    return reading.reason === 'EMPTY'
      ? { kind: 'nothing', remarks: [] }
      : { kind: 'problem', said: sayReason(column, reading, locale) }
  const remarks = reading.warnings.map(
    (warning): Said => ({ code: warning, message: beside(column, warningText(warning, locale), locale) }),
  )
  return {
    kind: 'value',
    value: reading.value,
    remarks,
    ...(reading.understoodAs === undefined ? {} : { understoodAs: reading.understoodAs }),
  }
}

function readAmount(column: ImportColumn, reading: Reading<number>, tools: ReadTools): ValueReading {
  if (column.meta.kind !== 'money' || !reading.ok) return settle(column, reading, tools)
  const fen = Math.round(reading.value * 100)
  if (Math.abs(fen - reading.value * 100) > 1e-6) return { kind: 'problem', said: say(column, 'fraction', tools) }
  return settle(column, { ...reading, value: fen }, tools)
}

function readDivision(column: ImportColumn, text: string, tools: ReadTools): ValueReading {
  if (text === '') return { kind: 'nothing', remarks: [] }
  return settleDivision(column, tools.divisions.find(text), text, tools)
}

function settleDivision(column: ImportColumn, reading: DivisionReading, text: string, tools: ReadTools): ValueReading {
  if (reading.ok) return { kind: 'value', value: reading.code, understoodAs: reading.code, remarks: [] }
  if (reading.reason === 'outside') return { kind: 'problem', said: say(column, 'divisionOutside', tools, { text }) }
  const list = tools.locale === 'zh-CN' ? '、' : ', '
  if (reading.reason === 'ambiguous') {
    return {
      kind: 'problem',
      said: say(column, 'divisionAmbiguous', tools, { text, candidates: reading.candidates.join(list) }),
    }
  }
  const nearest =
    reading.nearest.length === 0
      ? ''
      : messageOf(importTexts, tools.locale, 'nearest', { names: reading.nearest.join(list) })
  return { kind: 'problem', said: say(column, 'divisionUnknown', tools, { text, nearest }) }
}

function say(column: ImportColumn, key: ImportTextKey, { locale }: ReadTools, params = {}): Said {
  return { code: key, message: messageOf(importTexts, locale, key, { label: column.labels[locale], ...params }).trim() }
}

function sayReason(column: ImportColumn, failure: NotUnderstood, locale: Locale): Said {
  return { code: failure.reason, message: beside(column, reasonText(failure, locale), locale) }
}

function beside(column: ImportColumn, text: string, locale: Locale): string {
  return locale === 'zh-CN' ? `“${column.labels[locale]}”：${text}` : `“${column.labels[locale]}”: ${text}`
}
