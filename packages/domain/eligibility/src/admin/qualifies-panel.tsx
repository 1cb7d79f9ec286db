import { DateField, formatYuan, Loading, ProblemNotice, useApi, useLocale, useModuleText } from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Explanation, eligibilityId } from '../contract/index.js'
import { ClauseTree, VerdictChip } from './clause-tree.js'

/** On the page of a person: what he qualifies for on a day and why, or what has to be known before that can be said. */
export function QualifiesPanel({ id }: { readonly id: string }) {
  const say = useModuleText(eligibilityId)
  const api = useApi()
  const [date, setDate] = useState('')
  const on = /^\d{4}-\d\d-\d\d$/.test(date) ? `&date=${date}` : ''
  const query = useQuery({
    queryKey: ['eligibility', 'explain', id, on],
    queryFn: () =>
      api.get<{ readonly explanations: readonly Explanation[] }>(
        `/eligibility/explain?person=${encodeURIComponent(id)}${on}`,
      ),
  })
  return (
    <>
      <DateField id="eligibility-date" label={say('explain.date')} value={date} onChange={setDate} />
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        query.data.explanations.map((explanation) => (
          <SchemeAnswer key={explanation.scheme} explanation={explanation} />
        ))
      ) : (
        <Loading />
      )}
      {query.data?.explanations.length === 0 && <p>{say('explain.none')}</p>}
    </>
  )
}

function SchemeAnswer({ explanation }: { readonly explanation: Explanation }) {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const { title, verdict, finding, asks, amount, notes, basis } = explanation
  return (
    <section aria-label={title[locale]}>
      <h3>
        {title[locale]} <VerdictChip verdict={verdict} />
      </h3>
      {verdict === 'yes' && amount?.found !== undefined && (
        <p>{say('explain.amount', { amount: formatYuan(Number(amount.found.value)) })}</p>
      )}
      {asks.length > 0 && (
        <>
          <p>{say('explain.asks')}</p>
          <ul>
            {asks.map(({ fact, text }) => (
              <li key={fact}>{text[locale]}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{say('explain.why')}</summary>
        <ClauseTree findings={[finding]} label={say('clause.parts', { title: title[locale] })} />
        <p className="hint">
          {say('clause.basis')}：{basis}
        </p>
        {notes.length > 0 && (
          <ul aria-label={say('explain.notes')}>
            {notes.map(({ code, text }) => (
              <li key={code}>{text[locale]}</li>
            ))}
          </ul>
        )}
      </details>
    </section>
  )
}
