import {
  editHref,
  Facts,
  formatDate,
  LinkButton,
  newHref,
  pageHref,
  recordHref,
  Section,
  useCan,
  useLabels,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { permissionFor } from '@opendpf/kit'
import { type PlanProgress, planning } from '../../contract/index.js'
import { Comments } from './comments.js'
import { FindingsList } from './findings-list.js'
import { ItemsTable } from './items-table.js'
import { PlanFrame } from './plan-frame.js'
import { shareWords } from './standing-words.js'

const { plan, item, section } = planning.records

/** A whole plan: its sections with their items and shares, what the checker finds, and remarks. */
export function PlanPage({ params }: { readonly params: URLSearchParams }) {
  return <PlanFrame params={params}>{(progress) => <WholePlan key={progress.plan.id} progress={progress} />}</PlanFrame>
}

function WholePlan({ progress }: { readonly progress: PlanProgress }) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const can = useCan()
  const labels = useLabels(plan)
  const { id, state, kind, firstYear, lastYear } = progress.plan
  const isDraft = state === 'draft'
  return (
    <>
      <Section
        title={progress.plan.title}
        actions={
          <>
            <LinkButton to={recordHref(plan, id)}>{say('plan.open')}</LinkButton>
            {isDraft && can(permissionFor(plan, 'update')) && (
              <LinkButton to={editHref(plan, id)}>{say('plan.edit')}</LinkButton>
            )}
            <LinkButton to={pageHref(planning.id, 'sheet')} search={{ plan: id }}>
              {say('plan.print')}
            </LinkButton>
          </>
        }
      >
        <Facts
          items={[
            { label: labels.field('kind'), value: labels.choice('kind', kind) },
            { label: labels.field('state'), value: labels.choice('state', state) },
            {
              label: labels.field('firstYear'),
              value: firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`,
            },
            { label: say('plan.today'), value: formatDate(progress.today, locale) },
            { label: say('tally.share'), value: shareWords(progress.total.share, say) },
            { label: say('tally.overdue'), value: progress.total.overdue },
          ]}
        />
      </Section>
      <div className="actions">
        {can(permissionFor(item, 'create')) && (
          <LinkButton look="primary" to={newHref(item)} search={{ plan: id }}>
            {say('plan.addItem')}
          </LinkButton>
        )}
        {can(permissionFor(section, 'create')) && (
          <LinkButton to={newHref(section)} search={{ plan: id }}>
            {say('plan.addSection')}
          </LinkButton>
        )}
      </div>
      <ItemsTable progress={progress} />
      <Section title={say('check.title')}>
        <FindingsList plan={id} />
      </Section>
      <Section title={say('comments.title')}>
        <Comments plan={id} />
      </Section>
    </>
  )
}
