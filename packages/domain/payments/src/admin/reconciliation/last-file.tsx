import { Loading, Notice, ProblemNotice, useModuleText, useRecord } from '@opendpf/admin'
import { payments } from '../../contract/index.js'

const { exchange } = payments.records

/** What became of the file that was brought last: booked, or refused with what is wrong, row by row. */
export function LastFile({ id }: { readonly id: string }) {
  const say = useModuleText(payments.id)
  const query = useRecord(exchange, id)
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { state, paid, returned, missing, problemCount, problems } = query.data.fields
  if (state === 'booked')
    return (
      <Notice kind={Number(missing) > 0 ? 'warning' : 'success'}>
        {say('reconciliation.booked', { paid: Number(paid), returned: Number(returned), missing: Number(missing) })}
      </Notice>
    )
  const findings = String(problems ?? '').split('\n')
  return (
    <Notice kind="error" title={say('reconciliation.refused', { count: Number(problemCount) })}>
      <ul>
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </Notice>
  )
}
