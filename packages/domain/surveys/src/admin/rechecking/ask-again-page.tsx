import {
  Button,
  DataTable,
  EmptyState,
  Facts,
  Loading,
  Notice,
  ProblemNotice,
  refreshRecords,
  useApi,
  useDivisions,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import {
  type Answer,
  type Answers,
  agreementOf,
  checkAnswers,
  isEmpty,
  type Rechecking,
  surveys,
  walkForm,
} from '../../contract/index.js'
import { QuestionField } from '../collecting/question-field.js'
import { answerWords } from '../words/answer-words.js'

const { recheck } = surveys.records

/** Asking again for the sample check (抽查复问): the same questions, without what was answered; afterwards where the two differ. */
export function AskAgainPage({ params }: { readonly params: URLSearchParams }) {
  const id = params.get('recheck') ?? ''
  const say = useModuleText(surveys.id)
  return id === '' ? <EmptyState title={say('collect.none')} /> : <OneRecheck key={id} id={id} />
}

function OneRecheck({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const client = useQueryClient()
  const { index } = useDivisions()
  const key = ['surveys', 'recheck', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () => api.get<Rechecking>(`${pathOf(recheck)}/${encodeURIComponent(id)}/questions`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const send = useMutation({
    mutationFn: ({ version, answers }: { readonly version: number; readonly answers: Answers }) =>
      api.post<Rechecking>(`${pathOf(recheck)}/${id}/answers`, { version, answers }),
    onSuccess: (arrived) => {
      client.setQueryData(key, arrived)
      void refreshRecords(client)
    },
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { data } = query
  return (
    <>
      <Facts
        items={[
          { label: say('interview.person'), value: `${data.number} · ${data.name}` },
          { label: say('assignment.division'), value: data.division === null ? '—' : index.nameOf(data.division) },
        ]}
      />
      {data.before === null || data.answers === null ? (
        <AskForm
          rechecking={data}
          isBusy={send.isPending}
          error={send.error}
          onAnswers={(answers) => send.mutate({ version: data.version, answers })}
        />
      ) : (
        <Compared rechecking={data} before={data.before} after={data.answers} />
      )}
    </>
  )
}

function AskForm(props: {
  readonly rechecking: Rechecking
  readonly isBusy: boolean
  readonly error: unknown
  readonly onAnswers: (answers: Answers) => void
}) {
  const { rechecking, isBusy, error, onAnswers } = props
  const { form, facts } = rechecking
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const [given, setGiven] = useState<Answers>({})
  const [isTried, setTried] = useState(false)
  const { asked, answers } = walkForm(form, given, facts)
  // photos are of the first visit and are not compared
  const questions = asked.filter(({ kind }) => kind !== 'photo')
  const photos = new Set(asked.filter(({ kind }) => kind === 'photo').map(({ code }) => code))
  const problems = checkAnswers(form, given, facts, { isFinal: true }).filter(({ question }) => !photos.has(question))
  const words = new Map(
    problems.map(({ question, reason, params, text }) => [
      question,
      text?.[locale] ?? say(`answer.problem.${reason}`, params),
    ]),
  )
  const answer = useCallback((code: string, value: Answer | undefined) => {
    setGiven(({ [code]: _, ...others }) =>
      value === undefined || isEmpty(value) ? others : { ...others, [code]: value },
    )
  }, [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (problems.length === 0) onAnswers(answers)
        else document.getElementById(`question-${problems[0]?.question}`)?.focus()
      }}
    >
      <p className="page-lead">{say('askAgain.lead')}</p>
      {questions.map((question) => (
        <QuestionField
          key={question.code}
          question={question}
          answer={given[question.code]}
          files={[]}
          error={isTried ? words.get(question.code) : undefined}
          isUnconfirmed={false}
          onAnswer={answer}
          onPhotos={nothing}
          onConfirm={nothing}
          onLeave={nothing}
        />
      ))}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className="actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {say('askAgain.send')}
        </Button>
      </div>
    </form>
  )
}

const nothing = () => undefined

/** What was said the two times, question by question. */
function Compared(props: { readonly rechecking: Rechecking; readonly before: Answers; readonly after: Answers }) {
  const { rechecking, before, after } = props
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const { index } = useDivisions()
  const words = { locale, nameOf: (code: string) => index.nameOf(code) }
  const alike = agreementOf(rechecking.form, before, after)
  const rows = rechecking.form.questions.filter(({ code }) => Object.hasOwn(alike, code))
  const agreed = Object.values(alike).filter(Boolean).length
  return (
    <>
      <Notice kind="success" title={say('answers.agreement', { agreed, compared: rows.length })} />
      <DataTable
        caption={say('askAgain.compared')}
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          { id: 'question', label: say('conflict.question'), isRowHeader: true, cell: ({ text }) => text[locale] },
          { id: 'before', label: say('askAgain.first'), cell: (row) => answerWords(row, before[row.code], words) },
          { id: 'after', label: say('askAgain.second'), cell: (row) => answerWords(row, after[row.code], words) },
          {
            id: 'alike',
            label: say('askAgain.alike'),
            cell: ({ code }) => say(alike[code] ? 'askAgain.yes' : 'askAgain.no'),
          },
        ]}
      />
    </>
  )
}
