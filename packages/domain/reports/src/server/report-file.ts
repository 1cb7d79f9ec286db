import type { Locale } from '@opendpf/messages'
import { type ReportContent, wholeReport } from './whole-report.js'
import { writeWord } from './word/write-word.js'
import { writePage } from './write-page.js'
import { writeWorkbook } from './write-workbook.js'

/** The forms in which a report is written: a document of Word, a workbook, a page. */
export const reportFormats = ['docx', 'xlsx', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A report as a file. Of the same content the bytes are the same, whenever it is written. */
export async function reportFile(content: ReportContent, format: ReportFormat, locale: Locale): Promise<Uint8Array> {
  const whole = wholeReport(content, locale)
  if (format === 'html') return new TextEncoder().encode(await writePage(whole))
  return new Uint8Array(await (format === 'docx' ? writeWord(whole) : writeWorkbook(whole)))
}
