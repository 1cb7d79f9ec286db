import { allows, permissionFor } from '@opendpf/kit'
import type { ReactNode } from 'react'
import { AppLink, LinkButton } from '../components/app-link.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import { newHref } from '../routing/links.js'
import { useCan } from '../session/me.js'
import type { NavItem } from './navigation.js'

/** Places that one can go to, each with what one can add there, and what is to be said beside its name. */
export function Tiles({
  items,
  noteOf,
}: {
  readonly items: readonly NavItem[]
  readonly noteOf?: (item: NavItem) => ReactNode
}) {
  const t = useText()
  const can = useCan()
  return (
    <ul className="tiles">
      {items.map((item) => {
        const { href, label, record } = item
        return (
          <li className="tile" key={href}>
            <AppLink to={href} className="tile-link">
              <span className="tile-title">{label}</span>
              {noteOf?.(item)}
              <Icon name="chevronRight" />
            </AppLink>
            {record && allows(record, 'create') && can(permissionFor(record, 'create')) && (
              <LinkButton to={newHref(record)} look="plain">
                <Icon name="plus" />
                {t('home.add', { what: label })}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
