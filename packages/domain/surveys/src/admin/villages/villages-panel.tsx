import { AppLink, DataTable, Loading, listHref, ProblemNotice, useApi, useLocale, useModuleText } from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { choicesOf, type Question, surveys, type VillageCount, type VillageSummary } from '../../contract/index.js'

const { campaign, village } = surveys.records

/** On the page of a campaign: how many villages told of themselves, and what they have together. */
export function VillagesPanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const query = useQuery({
    queryKey: ['surveys', 'villages', id],
    queryFn: () => api.get<VillageSummary>(`${pathOf(campaign)}/${id}/villages`),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { form, states, counts } = query.data
  if (form === null) return <p className="hint">{say('villages.none')}</p>
  const checked = states.checked ?? 0
  const done = checked + (states.done ?? 0)
  const all = Object.values(states).reduce((sum, one) => sum + one, 0)
  return (
    <>
      <p>
        {say('villages.lead', { all, done, checked })}{' '}
        <AppLink to={listHref(village)} search={{ campaign: id }}>
          {say('villages.list')}
        </AppLink>
      </p>
      {counts.length === 0 ? (
        <p className="hint">{say('villages.nothing')}</p>
      ) : (
        <AnswerTable questions={form.questions} counts={counts} done={done} />
      )}
    </>
  )
}

interface Row extends VillageCount {
  readonly key: string
  readonly of: Question
}

/** The answers in the order of the form: each choice that somebody made, and the sum of each number. */
function AnswerTable(props: {
  readonly questions: readonly Question[]
  readonly counts: readonly VillageCount[]
  readonly done: number
}) {
  const { questions, counts, done } = props
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const rows = questions.flatMap((of): readonly Row[] => {
    const said = counts.filter(({ question }) => question === of.code)
    const order = (choicesOf(of) ?? []).map(({ code }) => code)
    return said
      .toSorted((one, other) => order.indexOf(one.choice ?? '') - order.indexOf(other.choice ?? ''))
      .map((one) => ({ ...one, of, key: `${of.code} ${one.choice ?? ''}` }))
  })
  const answerOf = ({ of, choice, total }: Row): string =>
    choice === null
      ? say('villages.sum', { total: total ?? 0, unit: of.unit?.[locale] ?? '' }).trim()
      : (choicesOf(of)?.find(({ code }) => code === choice)?.text[locale] ?? choice)
  return (
    <DataTable
      caption={say('villages.caption')}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { id: 'question', label: say('villages.question'), isRowHeader: true, cell: ({ of }) => of.text[locale] },
        { id: 'answer', label: say('villages.answer'), cell: answerOf },
        { id: 'villages', label: say('villages.villages'), isNumeric: true, cell: ({ villages }) => villages },
        {
          id: 'share',
          label: say('villages.share'),
          isNumeric: true,
          cell: ({ villages }) => `${((villages / done) * 100).toFixed(1)}%`,
        },
      ]}
    />
  )
}
