import {
  DataTable,
  EmptyState,
  formatDate,
  LinkButton,
  Loading,
  listHref,
  ProblemNotice,
  RecordLink,
  Section,
  type TableColumn,
  useApi,
  useDivisions,
  useLabels,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { type BoardNotice, notices } from '../contract/index.js'

const { notice, line, objection } = notices.records

/** The notice board (公示栏): what hangs now with its last day, its lines and open objections, and what waits to be published. */
export function BoardPage() {
  const say = useModuleText(notices.id)
  const api = useApi()
  const query = useQuery({
    queryKey: ['list', 'notices.board'],
    queryFn: () => api.get<{ readonly notices: readonly BoardNotice[] }>('/notices/board'),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const posted = query.data.notices.filter(({ state }) => state === 'posted')
  const drafts = query.data.notices.filter(({ state }) => state === 'draft')
  return (
    <>
      <p className="page-lead">
        {say('board.lead')} <a href="/notices">{say('board.public')}</a>
      </p>
      <div className="actions">
        <LinkButton to={listHref(objection)} search={{ state: 'open' }}>
          {say('board.objections')}
        </LinkButton>
        <LinkButton to={listHref(line)} search={{ state: 'posted,objected' }}>
          {say('board.allLines')}
        </LinkButton>
      </div>
      <Section title={say('board.posted')} isFlush>
        <BoardTable caption={say('board.postedTable')} rows={posted} none={say('board.none')} />
      </Section>
      <Section title={say('board.drafts')} isFlush>
        <BoardTable caption={say('board.draftsTable')} rows={drafts} none={say('board.draftsNone')} />
      </Section>
    </>
  )
}

function BoardTable(props: { readonly caption: string; readonly rows: readonly BoardNotice[]; readonly none: string }) {
  const { caption, rows, none } = props
  const say = useModuleText(notices.id)
  const locale = useLocale()
  const labels = useLabels(notice)
  const { index } = useDivisions()
  if (rows.length === 0) return <EmptyState title={none} />
  const columns: readonly TableColumn<BoardNotice>[] = [
    {
      id: 'title',
      label: labels.field('title'),
      isRowHeader: true,
      cell: ({ id, title }) => (
        <RecordLink record={notice} id={id}>
          {title}
        </RecordLink>
      ),
    },
    { id: 'division', label: labels.field('division'), cell: ({ division }) => index.nameOf(division) },
    {
      id: 'lastDay',
      label: labels.field('lastDay'),
      cell: ({ lastDay, isProvisional }) =>
        lastDay === null
          ? ''
          : `${formatDate(lastDay, locale)}${isProvisional ? ` (${say('board.provisional')})` : ''}`,
    },
    { id: 'lines', label: say('board.lines'), isNumeric: true, cell: ({ lines }) => lines },
    { id: 'open', label: say('board.open'), isNumeric: true, cell: ({ openObjections }) => openObjections },
    {
      id: 'hung',
      label: say('board.hung'),
      cell: ({ hungOn, state }) =>
        hungOn === null ? (state === 'posted' ? say('board.notHung') : '') : formatDate(hungOn, locale),
    },
  ]
  return <DataTable caption={caption} rows={rows} keyOf={({ id }) => id} columns={columns} />
}
