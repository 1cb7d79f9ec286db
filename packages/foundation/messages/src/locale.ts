/** The languages every text exists in; Chinese comes first and is what is shown when nobody chose. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-CN'

/** Picks our language from an `Accept-Language` header or a stored choice; unknown wishes get Chinese. */
export function negotiateLocale(wanted: string | null | undefined): Locale {
  for (const part of (wanted ?? '').split(',')) {
    const tag = part.split(';')[0]?.trim().toLowerCase() ?? ''
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return defaultLocale
}
