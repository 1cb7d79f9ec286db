const millisecondsPerDay = 86_400_000
const secondsPerDay = 86_400
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const lastSerial1900 = 2_958_465
const inventedLeapDay = 60

/** From when on all spreadsheet programs agree about a serial number; earlier days are written as text. */
const firstCommonDate = '1900-03-01'

/**
 * The date, or date and time, of a serial number; `undefined` when it stands for no real day
 * (negative, beyond 9999, or 29 February 1900, which spreadsheets invented).
 */
export function dateOfSerial(serial: number, is1904 = false): string | undefined {
  const seconds = Math.round((serial % 1) * secondsPerDay)
  const day = Math.floor(serial) + (seconds === secondsPerDay ? 1 : 0)
  const first = is1904 ? 0 : 1
  if (!(day >= first && day <= lastSerial1900 - (is1904 ? 1462 : 0))) return undefined
  if (!is1904 && day === inventedLeapDay) return undefined
  const shift = !is1904 && day < inventedLeapDay ? 1 : 0
  const instant = (is1904 ? epoch1904 : epoch1900) + (day + shift) * millisecondsPerDay
  const iso = new Date(instant + (seconds % secondsPerDay) * 1000).toISOString()
  return seconds % secondsPerDay === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?$/

/** The serial number of `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`; `undefined` when it has none that all programs share. */
export function serialOfDate(iso: string): number | undefined {
  const match = isoDate.exec(iso)
  if (!match || iso < firstCommonDate) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  if (!date.toISOString().startsWith(iso)) return undefined
  return (date.getTime() - epoch1900) / millisecondsPerDay
}
