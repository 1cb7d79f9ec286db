import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { certificates } from '../../contract/index.js'

type Case = RowOf<(typeof certificates.records)['case']>

const decided: ReadonlyMap<string, boolean> = new Map([
  ['issued', true],
  ['done', true],
  ['refused', false],
  ['withdrawn', false],
  ['terminated', false],
])

/** The county that accepted for this one hears what was decided. */
export function answerReferral(row: Case, { write }: ModuleContext): void {
  const isApproved = decided.get(row.state)
  if (row.referral === null || isApproved === undefined) return
  const note = isApproved ? '' : (row.refusalNote ?? row.state)
  write.emit('certificates.referral.answered', { id: row.referral, case: row.id, isApproved, note }, row.county)
}
