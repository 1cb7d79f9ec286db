import type { Locale } from './locale.js'

export type MessageParams = Readonly<Record<string, string | number>>

/** The texts of one owner (a module, a package): the same keys in every language. */
export type Messages<Key extends string = string> = { readonly [L in Locale]: Readonly<Record<Key, string>> }

/** Declares a message table; the English half must carry exactly the keys of the Chinese one, or it does not compile. */
export function defineMessages<const Zh extends Readonly<Record<string, string>>>(messages: {
  readonly 'zh-CN': Zh
  readonly en: { readonly [K in keyof Zh]: string }
}): Messages<keyof Zh & string> {
  return messages as Messages<keyof Zh & string>
}

/** Fills `{{name}}` places. A parameter that was not given stays visible, so that a test sees it. */
export function interpolate(text: string, params: MessageParams = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => (name in params ? String(params[name]) : place))
}

/** Looks a key up in one table; a missing key is a programming error and throws, because a missing text must not reach a clerk. */
export function messageOf<Key extends string>(
  messages: Messages<Key>,
  locale: Locale,
  key: Key,
  params?: MessageParams,
): string {
  const text = messages[locale][key]
  if (text === undefined) throw new Error(`no message "${key}" in ${locale}`)
  return interpolate(text, params)
}
