import type { Locale } from '@opendpf/messages'
import type { Indicator } from '../../contract/index.js'

/** Whether an indicator says all of the words in its title or in what it counts, whatever their case and width. */
export function isFound(
  indicator: Pick<Indicator, 'title' | 'counts'>,
  { words, locale }: { readonly words: string; readonly locale: Locale },
): boolean {
  const text = plain(`${indicator.title[locale]} ${indicator.counts[locale]}`)
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
