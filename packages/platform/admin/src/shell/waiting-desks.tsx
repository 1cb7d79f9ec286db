import type { PlacedDesk } from '@opendpf/kit/admin'
import { Icon } from '../components/icon.js'
import { Loading } from '../components/loading.js'
import { useDeskCounts } from '../desks/desk-counts.js'
import { useText } from '../i18n/use-text.js'
import type { NavItem } from './navigation.js'
import { Tiles } from './tiles.js'

/** A place in the navigation that is a desk. */
export type DeskItem = NavItem & { readonly desk: PlacedDesk }

/** The desks where something waits, with how much; those where nothing does stand folded below, so that nobody looks for them in vain. */
export function WaitingDesks({ items }: { readonly items: readonly DeskItem[] }) {
  const t = useText()
  const counts = useDeskCounts(items.map(({ desk }) => desk))
  const countOf = new Map(items.map(({ href }, index) => [href, counts?.[index]]))
  // a desk whose count is not known may have something
  const waiting = items.filter(({ href }) => countOf.get(href)?.value !== 0)
  const idle = items.filter((item) => !waiting.includes(item))
  return (
    <section aria-labelledby="home-waiting" className="home-group">
      <h2 id="home-waiting">{t('home.waiting')}</h2>
      {counts === undefined ? (
        <Loading />
      ) : (
        <>
          {waiting.length === 0 ? (
            <p>{t('desk.empty')}</p>
          ) : (
            <Tiles
              items={waiting}
              noteOf={({ href }) => {
                const total = countOf.get(href)
                if (!total) return null
                const count = total.value.toLocaleString('en-US')
                return (
                  <span className="tile-count">{t(total.isExact ? 'desk.count' : 'desk.countAbove', { count })}</span>
                )
              }}
            />
          )}
          {idle.length > 0 && (
            <div className="home-folded">
              <details className="home-group">
                <summary className="home-fold">
                  {t('home.idle', { count: idle.length })}
                  <Icon name="chevronDown" />
                </summary>
                <Tiles items={idle} />
              </details>
            </div>
          )}
        </>
      )}
    </section>
  )
}
