import { EmptyState } from '../components/empty-state.js'
import { Icon } from '../components/icon.js'
import { Page } from '../components/page.js'
import { OverduePanel } from '../deadlines/overdue-panel.js'
import { useText } from '../i18n/use-text.js'
import { useMe } from '../session/me.js'
import { ShellParts } from './shell-parts.js'
import { mostUnfolded, useNavigation } from './side-nav.js'
import { Tiles } from './tiles.js'
import { type DeskItem, WaitingDesks } from './waiting-desks.js'

/** The first page: how things stand, what waits, then what one can do here, by module; folded where that is more than a glance takes in. */
export function HomePage() {
  const t = useText()
  const me = useMe()
  const groups = useNavigation()
  const all = groups.flatMap(({ items }) => items)
  const isFolded = all.length > mostUnfolded
  const desks = all.filter((item): item is DeskItem => item.desk !== undefined)
  return (
    <Page title={t('home.title')} lead={<p>{`${t('home.greeting', { name: me.name })}。${t('home.intro')}`}</p>}>
      <ShellParts place="home" />
      <OverduePanel />
      {groups.length === 0 && <EmptyState icon="lock" title={t('home.none')} />}
      {desks.length > 0 && <WaitingDesks items={desks} />}
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
