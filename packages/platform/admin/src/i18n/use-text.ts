import type { Locale, MessageParams } from '@opendpf/messages'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { adminNamespace } from './create-i18n.js'
import type { AdminMessage } from './messages/index.js'

/** Looks up one of the platform's own texts. */
export type Text = (key: AdminMessage, params?: MessageParams) => string

/** The platform's texts in the present language. */
export function useText(): Text {
  const { t } = useTranslation(adminNamespace)
  return useMemo(() => (key, params) => t(key, { ...params }), [t])
}

/** The texts of a module, by its own keys. */
export function useModuleText(module: string): (key: string, params?: MessageParams) => string {
  const { t } = useTranslation(module)
  return useMemo(() => (key, params) => t(key, { ...params }), [t])
}

/** The present language. */
export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return i18n.language as Locale
}
