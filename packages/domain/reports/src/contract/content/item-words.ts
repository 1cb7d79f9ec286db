import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { amountWords, targetWords } from '@opendpf/planning'
import { messages } from '../messages/messages.js'
import type { FigureWord } from '../narrative/narrative.js'
import type { ReportedItem } from '../records/report-figures.js'

/** What of an item stands in a document; what is not known is said to be so, with its reason, and is never 0. */
export function itemWords(item: ReportedItem, word: FigureWord, locale: Locale): string {
  const { unit, unitWord, title, target, value, share, unknownReason } = item
  const unknown = () =>
    unknownReason === null
      ? messageOf(messages, locale, 'unknown')
      : messageOf(messages, locale, 'unknownFor', { reason: unknownReason })
  switch (word) {
    case 'title':
      return title
    case 'target':
      return targetWords(target, { unit, word: unitWord }, locale)
    case 'result':
      return value === null ? unknown() : amountWords(value, { unit, word: unitWord }, locale)
    case 'share':
      return share === null ? messageOf(messages, locale, 'unknown') : `${Math.floor(share * 100)}%`
  }
}
