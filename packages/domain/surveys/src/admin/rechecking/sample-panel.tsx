import {
  Button,
  DataTable,
  Notice,
  ProblemNotice,
  TextField,
  useApi,
  useCan,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Drawn, formSchema, type QuestionAgreement, surveys } from '../../contract/index.js'

const { campaign, questionnaire } = surveys.records

/** On the page of a campaign: draws the sample of each village, and says how often each question was answered alike. */
export function SamplePanel(props: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }) {
  const { id, fields } = props
  const say = useModuleText(surveys.id)
  const can = useCan()
  const drawnWith = typeof fields.sampleSeed === 'string' ? fields.sampleSeed : undefined
  return (
    <>
      {drawnWith !== undefined && (
        <p>{say('sample.drawn', { percent: String(fields.samplePercent), seed: drawnWith })}</p>
      )}
      {can('surveys:recheck.draw') && <DrawForm id={id} isFirst={drawnWith === undefined} />}
      <Agreement id={id} questionnaire={String(fields.questionnaire)} />
    </>
  )
}

/** How much to draw. Later only what is missing is added, with the share and the seed of the first time. */
function DrawForm({ id, isFirst }: { readonly id: string; readonly isFirst: boolean }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const client = useQueryClient()
  const [percent, setPercent] = useState('10')
  const [seed, setSeed] = useState('')
  const value = /^([1-9]\d?|100)$/.test(percent.trim()) ? Number(percent) : undefined
  const draw = useMutation({
    mutationFn: () =>
      api.post<Drawn>(`${pathOf(campaign)}/${id}/sample`, {
        percent: value ?? 10,
        ...(seed.trim() === '' ? {} : { seed: seed.trim() }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['record', campaign.ref, id] }),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== undefined) draw.mutate()
      }}
    >
      {isFirst && (
        <>
          <TextField
            id="sample-percent"
            label={say('campaign.samplePercent')}
            hint={say('sample.percentHint')}
            inputMode="numeric"
            size={5}
            value={percent}
            error={value === undefined ? say('sample.percentWrong') : undefined}
            onChange={setPercent}
          />
          <TextField
            id="sample-seed"
            label={say('campaign.sampleSeed')}
            hint={say('sample.seedHint')}
            isOptionalShown
            size={20}
            value={seed}
            onChange={setSeed}
          />
        </>
      )}
      <div className="actions">
        <Button type="submit" isBusy={draw.isPending}>
          {say(isFirst ? 'sample.draw' : 'sample.drawMore')}
        </Button>
      </div>
      {draw.error && <ProblemNotice error={draw.error} />}
      {draw.data && <Notice kind="success" isAlert title={say('sample.added', { count: draw.data.drawn })} />}
    </form>
  )
}

function Agreement({ id, questionnaire: of }: { readonly id: string; readonly questionnaire: string }) {
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const api = useApi()
  const query = useQuery({
    queryKey: ['surveys', 'agreement', id],
    queryFn: async () => {
      const { questions } = await api.get<{ readonly questions: readonly QuestionAgreement[] }>(
        `${pathOf(campaign)}/${id}/agreement`,
      )
      const { fields } = await api.get<{ readonly fields: { readonly content?: unknown } }>(
        `${pathOf(questionnaire)}/${encodeURIComponent(of)}`,
      )
      const form = formSchema.safeParse(fields.content)
      const texts = new Map(form.success ? form.data.questions.map(({ code, text }) => [code, text]) : [])
      return questions.map((row) => ({ ...row, text: texts.get(row.question) }))
    },
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data || query.data.length === 0) return <p className="hint">{say('sample.none')}</p>
  const percent = ({ compared, agreed }: QuestionAgreement) => `${((agreed / compared) * 100).toFixed(1)}%`
  return (
    <DataTable
      caption={say('sample.agreement')}
      rows={query.data}
      keyOf={({ question }) => question}
      columns={[
        {
          id: 'question',
          label: say('conflict.question'),
          isRowHeader: true,
          cell: ({ question, text }) => text?.[locale] ?? question,
        },
        { id: 'compared', label: say('recheck.compared'), isNumeric: true, cell: ({ compared }) => compared },
        { id: 'agreed', label: say('recheck.agreed'), isNumeric: true, cell: ({ agreed }) => agreed },
        { id: 'rate', label: say('sample.rate'), isNumeric: true, cell: percent },
      ]}
    />
  )
}
