import type { RowOf } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { formatChineseDate } from '@opendpf/standards'
import {
  type Block,
  contentOf,
  type PublishedStatistic,
  publishedStatistics,
  type ReportFigures,
  reports,
} from '../contract/index.js'

type Say = (
  key: Parameters<typeof messageOf<keyof (typeof reports)['messages']['zh-CN'] & string>>[2],
  params?: Record<string, string | number>,
) => string

/** What a report is written from. */
export type ReportContent = Pick<
  RowOf<(typeof reports)['records']['report']>,
  'title' | 'documentNumber' | 'issuer' | 'issuedOn' | 'narrative' | 'figures' | 'figuresOn'
>

/** A report ready to be written in any form. */
export interface WholeReport {
  readonly locale: Locale
  readonly title: string
  readonly documentNumber: string | null
  readonly issuer: string | null
  /** The day of the document in words; null before it has one. */
  readonly date: string | null
  /** ISO; what the file says about when it was made. */
  readonly day: string
  readonly blocks: readonly Block[]
  readonly figures: ReportFigures
  readonly statistics: readonly PublishedStatistic[]
  readonly say: Say
}

/** Puts a report together from what its row holds alone: of a final one nothing can change any more. */
export function wholeReport(content: ReportContent, locale: Locale): WholeReport {
  const { title, documentNumber, issuer, issuedOn, narrative, figures, figuresOn } = content
  return {
    ...{ locale, title, documentNumber, issuer, figures },
    date: issuedOn === null ? null : locale === 'zh-CN' ? formatChineseDate(issuedOn, 'chinese') : issuedOn,
    day: issuedOn ?? figuresOn,
    blocks: contentOf(narrative, figures, locale),
    statistics: publishedStatistics(figures),
    say: (key, params) => messageOf(reports.messages, locale, key, params),
  }
}
