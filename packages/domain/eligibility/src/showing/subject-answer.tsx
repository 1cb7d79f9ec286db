import { Loading, ProblemNotice, useApi } from '@opendpf/admin'
import { useQuery } from '@tanstack/react-query'
import type { Explanation } from '../contract/index.js'
import { SchemeAnswer } from './scheme-answer.js'

/** What the rules of a scheme say today of a subject of whatever record type it is for, for pages of modules that decide by it. */
export function SubjectAnswer({ scheme, subject }: { readonly scheme: string; readonly subject: string }) {
  const api = useApi()
  const query = useQuery({
    queryKey: ['eligibility', 'explain', scheme, subject],
    queryFn: () =>
      api.get<{ readonly explanations: readonly Explanation[] }>(
        `/eligibility/explain?${new URLSearchParams({ subject, scheme })}`,
      ),
  })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return query.data.explanations.map((explanation) => (
    <SchemeAnswer key={explanation.scheme} explanation={explanation} />
  ))
}
