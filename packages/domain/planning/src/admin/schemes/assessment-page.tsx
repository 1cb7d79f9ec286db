import {
  ChoiceField,
  DataTable,
  EmptyState,
  Facts,
  formatDate,
  Icon,
  LinkButton,
  Loading,
  newHref,
  ProblemNotice,
  RecordLink,
  Section,
  type TableColumn,
  useApi,
  useLabels,
  useList,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type AssessedCriterion,
  amountWords,
  planning,
  type SchemeAssessment,
  targetWords,
} from '../../contract/index.js'
import { RemedyList } from './remedy-list.js'

const { scheme, criterion, chapter } = planning.records
const shownAtMost = 100

/** An assessment with the points it stands at, chapter by chapter, its weak points and what is done about them. */
export function AssessmentPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(planning.id)
  const api = useApi()
  const [chosen, setChosen] = useState(params.get('scheme') ?? '')
  const schemes = useList(scheme, { filters: {}, limit: shownAtMost })
  const rows = schemes.data?.rows ?? []
  const id = chosen === '' ? (rows[0]?.id ?? '') : chosen
  const query = useQuery({
    queryKey: ['list', 'planning.assessment', id],
    queryFn: () => api.get<SchemeAssessment>(`/planning/schemes/${encodeURIComponent(id)}/assessment`),
    enabled: id !== '',
  })
  if (schemes.error) return <ProblemNotice error={schemes.error} />
  if (!schemes.data) return <Loading />
  if (rows.length === 0)
    return (
      <EmptyState title={say('assessment.none')}>
        <LinkButton to={newHref(scheme)}>{say('assessment.new')}</LinkButton>
      </EmptyState>
    )
  return (
    <>
      <div className="filter-row">
        <ChoiceField
          id="scheme"
          label={say('assessment.choose')}
          hasNoEmpty
          value={id}
          onChange={setChosen}
          options={rows.map((row) => ({ value: row.id, label: row.title }))}
        />
      </div>
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <Assessment assessment={query.data} />
      ) : (
        <Loading />
      )}
    </>
  )
}

function Assessment({ assessment }: { readonly assessment: SchemeAssessment }) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const labels = useLabels(scheme)
  const { score, chapters, criteria, findings } = assessment
  const of = assessment.scheme
  const loose = criteria.filter((one) => one.chapter === null)
  return (
    <>
      <Section title={of.title}>
        <Facts
          items={[
            { label: labels.field('state'), value: labels.choice('state', of.state) },
            {
              label: say('assessment.score'),
              value: say('assessment.points', { reached: score.reached, total: score.total }),
            },
            { label: say('assessment.unknown'), value: score.unknown },
            {
              label: labels.field('passMark'),
              value: say(score.reached >= of.passMark ? 'assessment.passes' : 'assessment.lacks', {
                mark: of.passMark,
                lack: Math.round((of.passMark - score.reached) * 100) / 100,
              }),
            },
            { label: labels.field('dueOn'), value: formatDate(of.dueOn, locale) },
            {
              label: labels.field('acceptedOn'),
              value: of.acceptedOn === null ? '—' : formatDate(of.acceptedOn, locale),
            },
            { label: labels.field('acceptedBy'), value: of.acceptedBy ?? '—' },
            ...(of.finding === null ? [] : [{ label: labels.field('finding'), value: of.finding }]),
          ]}
        />
        <div className="actions">
          <LinkButton to={newHref(chapter)} search={{ scheme: of.id }}>
            {say('assessment.addChapter')}
          </LinkButton>
          <LinkButton to={newHref(criterion)} search={{ scheme: of.id }}>
            {say('assessment.addCriterion')}
          </LinkButton>
        </div>
      </Section>
      {chapters.map((part) => (
        <Section
          key={part.id}
          title={`${part.title} ${say('assessment.points', { reached: part.score.reached, total: part.score.total })}`}
          isFlush
        >
          <CriteriaTable caption={part.title} criteria={criteria.filter((one) => one.chapter === part.id)} />
        </Section>
      ))}
      {loose.length > 0 && (
        <Section title={say('assessment.loose')} isFlush>
          <CriteriaTable caption={say('board.table', { title: say('assessment.loose') })} criteria={loose} />
        </Section>
      )}
      <Section title={say('assessment.check')}>
        {findings.length === 0 && <p>{say('assessment.sound')}</p>}
        {findings.length > 0 && (
          <ul className="findings">
            {findings.map(({ code, severity, message }) => (
              <li key={`${code} ${message}`}>
                <Icon name={severity} /> <strong>{say(`check.${severity}`)}</strong> {message}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say('assessment.weak')}>
        <RemedyList criteria={criteria} />
      </Section>
    </>
  )
}

function CriteriaTable({
  caption,
  criteria,
}: {
  readonly caption: string
  readonly criteria: readonly AssessedCriterion[]
}) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const labels = useLabels(criterion)
  if (criteria.length === 0) return <p>{say('assessment.empty')}</p>
  const columns: readonly TableColumn<AssessedCriterion>[] = [
    { id: 'number', label: labels.field('number'), cell: ({ number }) => number },
    {
      id: 'title',
      label: labels.field('title'),
      isRowHeader: true,
      cell: ({ id, title }) => (
        <RecordLink record={criterion} id={id}>
          {title}
        </RecordLink>
      ),
    },
    { id: 'target', label: labels.field('target'), cell: ({ target, unit }) => targetWords(target, { unit }, locale) },
    {
      id: 'value',
      label: labels.field('value'),
      cell: ({ value, unit }) => (value === null ? say('standing.unknown') : amountWords(value, { unit }, locale)),
    },
    {
      id: 'got',
      label: say('assessment.score'),
      isNumeric: true,
      cell: ({ got, points }) =>
        got === null
          ? say('assessment.pointsUnknown', { points })
          : say('assessment.points', { reached: got, total: points }),
    },
    {
      id: 'owner',
      label: labels.field('owner'),
      cell: ({ organisation, owner }) => [organisation, owner].filter(Boolean).join(' ') || '—',
    },
    {
      id: 'evidence',
      label: labels.field('evidence'),
      cell: ({ hasEvidence }) => say(hasEvidence ? 'assessment.hasEvidence' : 'assessment.noEvidence'),
    },
  ]
  return <DataTable caption={caption} rows={criteria} keyOf={({ id }) => id} columns={columns} />
}
