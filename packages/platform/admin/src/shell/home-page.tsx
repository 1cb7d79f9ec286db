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
import { useNavigation } from './side-nav.js'

/** The first page: what one can do here, one card per kind of record. */
export function HomePage() {
  const t = useText()
  const me = useMe()
  const can = useCan()
  const groups = useNavigation()
  return (
    <Page title={t('home.title')} lead={<p>{`${t('home.greeting', { name: me.name })}。${t('home.intro')}`}</p>}>
      <OverduePanel />
      {groups.length === 0 && <EmptyState icon="lock" title={t('home.none')} />}
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`home-${group.id}`} className="home-group">
          <h2 id={`home-${group.id}`}>{group.label}</h2>
          <ul className="tiles">
            {group.items.map(({ href, label, record, desk }) => (
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
        </section>
      ))}
    </Page>
  )
}
