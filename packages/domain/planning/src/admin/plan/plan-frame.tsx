import {
  ChoiceField,
  EmptyState,
  LinkButton,
  Loading,
  listHref,
  newHref,
  ProblemNotice,
  useModuleText,
} from '@opendpf/admin'
import type { ReactNode } from 'react'
import { type PlanProgress, planning } from '../../contract/index.js'
import { useChosenPlan, usePlanProgress } from './use-plan.js'

const { plan } = planning.records

/** Lets one choose a plan and shows what becomes of it. */
export function PlanFrame(props: {
  readonly params: URLSearchParams
  readonly children: (progress: PlanProgress) => ReactNode
}) {
  const { params, children } = props
  const say = useModuleText(planning.id)
  const { id, choose, plans, isReady, error } = useChosenPlan(params)
  const query = usePlanProgress(id)
  if (error) return <ProblemNotice error={error} />
  if (!isReady) return <Loading />
  if (plans.length === 0)
    return (
      <EmptyState title={say('board.noPlan')}>
        <LinkButton to={newHref(plan)}>{say('board.newPlan')}</LinkButton>
      </EmptyState>
    )
  return (
    <>
      <div className="filter-row">
        <ChoiceField id="plan" label={say('board.plan')} hasNoEmpty value={id} onChange={choose} options={plans} />
        <LinkButton to={listHref(plan)}>{say('board.allPlans')}</LinkButton>
      </div>
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        children(query.data)
      ) : (
        <Loading />
      )}
    </>
  )
}
