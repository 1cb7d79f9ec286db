import { Icon, Loading, ProblemNotice, RecordLink, useModuleText } from '@opendpf/admin'
import { planning } from '../../contract/index.js'
import { useFindings } from './use-plan.js'

const { item } = planning.records

/** What the checker finds, each with its item and what to do; errors keep the plan from being submitted. */
export function FindingsList({ plan }: { readonly plan: string }) {
  const say = useModuleText(planning.id)
  const { data, error, refetch } = useFindings(plan)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { findings } = data
  if (findings.length === 0) return <p>{say('check.none')}</p>
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <p>{say('check.count', { errors, warnings: findings.length - errors })}</p>
      <ul className="findings">
        {findings.map((one) => (
          <li key={`${one.item} ${one.code} ${one.message}`}>
            <Icon name={one.severity} /> <strong>{say(`check.${one.severity}`)}</strong>{' '}
            <RecordLink record={item} id={one.itemId}>
              {`${one.item} ${one.title}`}
            </RecordLink>
            <p>{one.message}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
