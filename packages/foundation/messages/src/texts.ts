import type { Locale } from './locale.js'

/** A text in every language of the platform, for what is declared as data and has no key. */
export type Texts = Readonly<Record<Locale, string>>

/** A text in both languages: `texts('残疾人证', 'Certificate')`. */
export function texts<const Zh extends string, const En extends string>(zh: Zh, en: En) {
  return { 'zh-CN': zh, en } as const
}
