import { useLocale } from '../i18n/use-text.js'
import { formatDate } from '../values/format-date.js'

/** A business date in words, or a dash where there is none. */
export function DateText({ iso }: { readonly iso: string | null }) {
  const locale = useLocale()
  return iso === null ? (
    '—'
  ) : (
    <time dateTime={iso} className="tabular">
      {formatDate(iso, locale)}
    </time>
  )
}
