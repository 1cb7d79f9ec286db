import { DateField, Loading, ProblemNotice, useApi, useModuleText } from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Explanation, eligibilityId } from '../contract/index.js'
import { SchemeAnswer } from '../showing/scheme-answer.js'

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
