import { isoFromDayNumber } from '../calendar/day-number.js'
import type { IsoDate } from '../calendar/iso-date.js'
import { accept, type Parsed, refuse } from '../result.js'

const lastSerial = 2_958_465
const inventedLeapDay = 60

/**
 * The date of a spreadsheet serial number in the 1900 date system; the fraction (time of day) is left out.
 * Serial 60 is refused: it stands for 29 February 1900, a day that spreadsheets invented.
 */
export function fromExcelSerial(serial: unknown): Parsed<IsoDate, 'SERIAL'> {
  if (typeof serial !== 'number' || !Number.isFinite(serial)) return refuse('SERIAL')
  const days = Math.floor(serial)
  if (days < 1 || days > lastSerial || days === inventedLeapDay) return refuse('SERIAL')
  return accept(isoFromDayNumber(days - (days < inventedLeapDay ? 25_568 : 25_569)))
}
