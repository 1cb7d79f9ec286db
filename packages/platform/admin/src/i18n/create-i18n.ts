import type { Module } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { locales } from '@opendpf/messages'
import type { i18n as I18n } from 'i18next'
import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { adminMessages } from './messages/index.js'

/** The namespace of the platform's own texts; modules use their id. */
export const adminNamespace = 'opendpf'

/**
 * Loads the texts of the platform and of all modules. Called for every key that is asked for and missing, `onMissing` lets a test
 * fail; without it a missing text shows its key, so that the page stays usable.
 */
export function createI18n(options: {
  readonly modules: readonly Module[]
  readonly locale: Locale
  readonly onMissing?: (key: string) => void
}): I18n {
  const instance = createInstance()
  const resources = Object.fromEntries(
    locales.map((locale) => [
      locale,
      Object.fromEntries([
        [adminNamespace, adminMessages[locale]],
        ...options.modules.map((module) => [module.id, module.messages[locale]] as const),
      ]),
    ]),
  )
  void instance.use(initReactI18next).init({
    lng: options.locale,
    fallbackLng: false,
    ns: [adminNamespace, ...options.modules.map((module) => module.id)],
    defaultNS: adminNamespace,
    resources,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    pluralSeparator: '#',
    contextSeparator: '#',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    saveMissing: options.onMissing !== undefined,
    missingKeyHandler: (_languages, namespace, key) => options.onMissing?.(`${namespace}: ${key}`),
  })
  return instance
}
