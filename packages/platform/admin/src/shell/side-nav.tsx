import { useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { AppLink } from '../components/app-link.js'
import { Icon } from '../components/icon.js'
import type { Text } from '../i18n/use-text.js'
import { useLocale, useText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import type { NavGroup } from './navigation.js'
import { navigationOf } from './navigation.js'
import { platformPages } from './platform-pages.js'

/** What the signed-in person may open: by module, then what is the platform's own. */
export function useNavigation(): readonly NavGroup[] {
  const t = useText()
  const { registry, contributions } = useAdmin()
  const can = useCan()
  const locale = useLocale()
  return useMemo(
    () =>
      [...navigationOf({ registry, contributions, can, locale }), platformGroup(can, t)].filter(
        ({ items }) => items.length > 0,
      ),
    [registry, contributions, can, locale, t],
  )
}

/** The platform's own pages, as far as the person may open them. */
function platformGroup(can: (permission: string) => boolean, t: Text): NavGroup {
  const pages = [
    ...platformPages,
    // everybody reads divisions, on every form; the list is for those who keep it
    { href: '/m/system/divisions', label: 'nav.divisions', permission: 'system:division.update' } as const,
    { href: '/m/system/webhooks', label: 'nav.webhooks', permission: 'system:webhook.update' } as const,
  ]
  const items = pages.filter(({ permission }) => can(permission)).map(({ href, label }) => ({ href, label: t(label) }))
  return { id: 'system', label: t('shell.group.system'), icon: 'gear', items }
}

/** As many places are seen at one glance. */
export const mostUnfolded = 20

/** The side navigation: groups by module, the present place marked in words for assistive technology and by a bar for eyes. */
export function SideNav({ id }: { readonly id: string }) {
  const t = useText()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const groups = useNavigation()
  const isShort = groups.flatMap(({ items }) => items).length <= mostUnfolded
  return (
    <nav className="side-nav" id={id} aria-label={t('shell.nav')}>
      <ul className="nav-list">
        <li>
          <AppLink to="/" className="nav-link" {...(path === '/' ? { current: 'page' } : {})}>
            <Icon name="home" />
            {t('shell.home')}
          </AppLink>
        </li>
      </ul>
      {groups.map((group) => (
        <Group key={group.id} group={group} path={path} isShort={isShort} />
      ))}
    </nav>
  )
}

/** One group, folded unless the present place is in it, so that somebody who may do much finds his way; the platform's own stays open. */
function Group(props: { readonly group: NavGroup; readonly path: string; readonly isShort: boolean }) {
  const { group, path, isShort } = props
  const isCurrent = (href: string) => path === href || path.startsWith(`${href}/`)
  const isOpen = isShort || group.id === 'system' || group.items.some(({ href }) => isCurrent(href))
  return (
    <details className="nav-group" open={isOpen}>
      <summary className="nav-title">
        <Icon name={group.icon ?? 'folder'} />
        {group.label}
        <Icon name="chevronDown" />
      </summary>
      <ul className="nav-list" aria-label={group.label}>
        {group.items.map(({ href, label }) => (
          <li key={href}>
            <AppLink to={href} className="nav-link" {...(isCurrent(href) ? { current: 'page' } : {})}>
              {label}
            </AppLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
