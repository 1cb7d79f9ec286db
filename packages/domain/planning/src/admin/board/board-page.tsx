import {
  AppLink,
  DataTable,
  formatDate,
  LinkButton,
  pageHref,
  RecordLink,
  Section,
  type TableColumn,
  useDivisions,
  useLabels,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { type ItemStanding, type PlanProgress, planning, type Tally, targetWords } from '../../contract/index.js'
import { LightChip } from '../plan/light-chip.js'
import { PlanFrame } from '../plan/plan-frame.js'
import { resultWords, shareWords } from '../plan/standing-words.js'
import { LightCounts } from './light-counts.js'

const { item } = planning.records
const troubled: ReadonlySet<string> = new Set(['far-behind', 'missed', 'broken'])

/** For leaders: how the plan stands by line, owner and town, what is late, and which town is furthest. */
export function BoardPage({ params }: { readonly params: URLSearchParams }) {
  return <PlanFrame params={params}>{(progress) => <Board progress={progress} />}</PlanFrame>
}

function Board({ progress }: { readonly progress: PlanProgress }) {
  const say = useModuleText(planning.id)
  const labels = useLabels(item)
  const { index } = useDivisions()
  const { total, lines, owners, sources, towns } = progress
  return (
    <>
      <p className="page-lead">
        {say('board.lead', { count: total.count, share: shareWords(total.share, say), overdue: total.overdue })}{' '}
        <AppLink to={pageHref(planning.id, 'plan')} search={{ plan: progress.plan.id }}>
          {say('board.openPlan')}
        </AppLink>
      </p>
      <Section title={say('board.lights')}>
        <LightCounts tally={total} />
      </Section>
      <Section title={say('board.trouble')} isFlush>
        <TroubleTable items={progress.items.filter(({ light, state }) => troubled.has(light) && state !== 'dropped')} />
      </Section>
      <TallyTable
        title={say('board.byLine')}
        head={labels.field('line')}
        tallies={lines}
        nameOf={(key) => labels.choice('line', key)}
      />
      <TallyTable title={say('board.byOwner')} head={say('items.owner')} tallies={owners} nameOf={(key) => key} />
      <TallyTable
        title={say('board.bySource')}
        head={labels.field('source')}
        tallies={sources}
        nameOf={(key) => labels.choice('source', key)}
      />
      <TallyTable
        title={say('board.league')}
        head={say('board.town')}
        tallies={towns}
        nameOf={(key) => index.get(key)?.name ?? key}
        isRanked
      />
      <div className="actions">
        <LinkButton to={pageHref(planning.id, 'sheet')} search={{ plan: progress.plan.id }}>
          {say('plan.print')}
        </LinkButton>
      </div>
    </>
  )
}

function TroubleTable({ items }: { readonly items: readonly ItemStanding[] }) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  if (items.length === 0) return <p>{say('board.noTrouble')}</p>
  const columns: readonly TableColumn<ItemStanding>[] = [
    {
      id: 'title',
      label: say('items.title'),
      isRowHeader: true,
      cell: ({ id, number, title }) => (
        <RecordLink record={item} id={id}>
          {`${number} ${title}`}
        </RecordLink>
      ),
    },
    {
      id: 'target',
      label: say('items.target'),
      cell: (one) => targetWords(one.target, { unit: one.unit, word: one.unitWord }, locale),
    },
    { id: 'result', label: say('items.result'), cell: (one) => resultWords(one, { say, locale }) },
    { id: 'light', label: say('items.light'), cell: ({ light }) => <LightChip light={light} /> },
    { id: 'owner', label: say('items.owner'), cell: ({ organisation, owner }) => organisation?.name ?? owner ?? '—' },
    { id: 'due', label: say('items.due'), cell: ({ dueOn }) => formatDate(dueOn, locale) },
  ]
  return (
    <DataTable
      caption={say('board.table', { title: say('board.trouble') })}
      rows={items}
      keyOf={({ id }) => id}
      columns={columns}
    />
  )
}

function TallyTable(props: {
  readonly title: string
  readonly head: string
  readonly tallies: readonly Tally[]
  readonly nameOf: (key: string) => string
  readonly isRanked?: boolean
}) {
  const { title, head, tallies, nameOf, isRanked = false } = props
  const say = useModuleText(planning.id)
  if (tallies.length === 0) return null
  const rank = new Map(tallies.map(({ key }, at) => [key, at + 1]))
  const columns: readonly TableColumn<Tally>[] = [
    ...(isRanked
      ? [{ id: 'rank', label: say('board.rank'), isNumeric: true, cell: ({ key }: Tally) => rank.get(key) ?? '' }]
      : []),
    { id: 'key', label: head, isRowHeader: true, cell: ({ key }) => nameOf(key) },
    { id: 'count', label: say('tally.count'), isNumeric: true, cell: ({ count }) => count },
    { id: 'share', label: say('tally.share'), isNumeric: true, cell: ({ share }) => shareWords(share, say) },
    { id: 'lights', label: say('items.light'), cell: (tally) => <LightCounts tally={tally} /> },
    { id: 'overdue', label: say('tally.overdue'), isNumeric: true, cell: ({ overdue }) => overdue },
  ]
  return (
    <Section title={title} isFlush>
      <DataTable caption={say('board.table', { title })} rows={tallies} keyOf={({ key }) => key} columns={columns} />
    </Section>
  )
}
