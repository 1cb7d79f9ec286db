import { allows, permissionFor } from '@opendpf/kit'
import { AppLink, LinkButton } from '../components/app-link.js'
import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Page } from '../components/page.js'
import { OverduePanel } from '../deadlines/overdue-panel.js'
import { DeskCount } from '../desks/desk-count.js'
import { useText } from '../i18n/use-text.js'
import { newHref } from '../routing/links.js'
import { useCan, useMe } from '../session/me.js'
import type { NavItem } from './navigation.js'
import { ShellParts } from './shell-parts.js'
import { mostUnfolded, useNavigation } from './side-nav.js'

/** The first page: how things stand, what waits, then what one can do here, by module; folded where that is more than a glance takes in. */
export function HomePage() {
  const t = useText()
  const me = useMe()
  const groups = useNavigation()
  const all = groups.flatMap(({ items }) => items)
  const isFolded = all.length > mostUnfolded
  const desks = all.filter(({ desk }) => desk !== undefined)
  return (
    <Page title={t('home.title')} lead={<p>{`${t('home.greeting', { name: me.name })}。${t('home.intro')}`}</p>}>
      <ShellParts place="home" />
      <OverduePanel />
      {groups.length === 0 && <EmptyState icon="lock" title={t('home.none')} />}
      {desks.length > 0 && (
        <section aria-labelledby="home-waiting" className="home-group">
          <h2 id="home-waiting">{t('home.waiting')}</h2>
          <Tiles items={desks} />
        </section>
      )}
      <div className={isFolded ? 'home-folded' : 'home-groups'}>
        {groups.map(({ id, label, items }) => {
          const places = items.filter(({ desk }) => desk === undefined)
          if (places.length === 0) return null
          return (
            <details key={id} className="home-group" open={!isFolded}>
              <summary className="home-fold">
                {label}
                <Icon name="chevronDown" />
              </summary>
              <Tiles items={places} />
            </details>
          )
        })}
      </div>
    </Page>
  )
}

function Tiles({ items }: { readonly items: readonly NavItem[] }) {
  const t = useText()
  const can = useCan()
  return (
    <ul className="tiles">
      {items.map(({ href, label, record, desk }) => (
        <li className="tile" key={href}>
          <AppLink to={href} className="tile-link">
            <span className="tile-title">{label}</span>
            {desk && <DeskCount desk={desk} />}
            <Icon name="chevronRight" />
          </AppLink>
          {record && allows(record, 'create') && can(permissionFor(record, 'create')) && (
            <LinkButton to={newHref(record)} look="plain">
              <Icon name="plus" />
              {t('home.add', { what: label })}
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  )
}
