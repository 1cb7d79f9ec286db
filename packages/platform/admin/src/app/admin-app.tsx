import { createRegistry } from '@opendpf/kit'
import type { AdminContribution } from '@opendpf/kit/admin'
import type { Locale } from '@opendpf/messages'
import type { Clock } from '@opendpf/standards'
import { systemClock } from '@opendpf/standards'
import { QueryClientProvider } from '@tanstack/react-query'
import type { RouterHistory } from '@tanstack/react-router'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'
import { createApi, createQueryClient } from '../api/index.js'
import { createI18n } from '../i18n/create-i18n.js'
import { useLocale } from '../i18n/use-text.js'
import { createSessionGate } from '../session/session-gate.js'
import type { Admin } from './admin-context.js'
import { AdminContext } from './admin-context.js'
import { createAdminRouter } from './create-router.js'

/** What an app is composed of. */
export interface AdminOptions {
  /** The modules in the order of the navigation. One without pages of its own is `contributeAdmin(module)`. */
  readonly contributions: readonly AdminContribution[]
  readonly locale: Locale
  /** Default `/api/v1`, same origin. */
  readonly base?: string
  readonly clock?: Clock
  readonly fetch?: typeof globalThis.fetch
  readonly history?: RouterHistory
  readonly onMissingText?: (key: string) => void
}

/** Puts the parts together that live as long as the app. */
export function createAdmin(options: AdminOptions) {
  const modules = options.contributions.map((one) => one.module)
  const i18n = createI18n({
    modules,
    locale: options.locale,
    ...(options.onMissingText ? { onMissing: options.onMissingText } : {}),
  })
  const gate = createSessionGate()
  const admin: Admin = {
    registry: createRegistry(modules),
    contributions: options.contributions,
    clock: options.clock ?? systemClock,
    gate,
    api: createApi({
      locale: () => i18n.language,
      onSignedOut: () => gate.wait(),
      ...(options.base ? { base: options.base } : {}),
      ...(options.fetch ? { fetch: options.fetch } : {}),
    }),
  }
  return {
    admin,
    i18n,
    client: createQueryClient(),
    router: createAdminRouter(options.history ? { history: options.history } : {}),
  }
}

/** Gives components all they need; tests put a single component inside. */
export function AdminProvider({
  parts,
  children,
}: {
  readonly parts: Pick<ReturnType<typeof createAdmin>, 'admin' | 'i18n' | 'client'>
  readonly children: ReactNode
}) {
  return (
    <I18nextProvider i18n={parts.i18n}>
      <QueryClientProvider client={parts.client}>
        <AdminContext value={parts.admin}>
          <LocaleFrame>{children}</LocaleFrame>
        </AdminContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

/** Tells the document, the widgets and the cached answers which language is spoken. */
function LocaleFrame({ children }: { readonly children: ReactNode }) {
  const locale = useLocale()
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return <I18nProvider locale={locale === 'en' ? 'en-US' : locale}>{children}</I18nProvider>
}

/** The whole admin app. */
export function AdminApp(options: AdminOptions) {
  const [parts] = useState(() => createAdmin(options))
  return (
    <AdminProvider parts={parts}>
      <RouterProvider router={parts.router} />
    </AdminProvider>
  )
}
