import { AppLink, pageHref, Section, useModuleText } from '@opendpf/admin'
import { planning } from '../../contract/index.js'
import { shareWords } from '../plan/standing-words.js'
import { useChosenPlan, usePlanProgress } from '../plan/use-plan.js'
import { LightCounts } from './light-counts.js'

const latest = new URLSearchParams()

/** How this year's plan stands, on the first page. A county without a plan sees nothing of it. */
export function ProgressSection() {
  const say = useModuleText(planning.id)
  const { id } = useChosenPlan(latest)
  const { data } = usePlanProgress(id)
  if (data === undefined) return null
  const { plan, total } = data
  return (
    <Section
      title={plan.title}
      actions={
        <AppLink to={pageHref(planning.id, 'board')} search={{ plan: plan.id }}>
          {say('page.board')}
        </AppLink>
      }
    >
      <div className="stack">
        <p>{say('board.lead', { count: total.count, share: shareWords(total.share, say), overdue: total.overdue })}</p>
        <LightCounts tally={total} />
      </div>
    </Section>
  )
}
