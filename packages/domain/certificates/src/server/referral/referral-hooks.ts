import type { RecordHooks } from '@opendpf/kit/server'
import type { certificates } from '../../contract/index.js'
import { postReferredFindings } from '../notice/post-referred-findings.js'

type Referral = (typeof certificates.records)['referral']

/** Where the household register lies is told once, dates follow the steps, and a file that is sent goes on its way. */
export const referralHooks: RecordHooks<Referral> = {
  prepare({ values, before, verb, refuse }, { today }) {
    if ((values.householdDivision === null) === (values.householdPlace === null))
      refuse('householdDivision', 'referral.problem.household')
    if ((values.item === 'cancel') !== (values.cancelReason !== null))
      refuse('cancelReason', 'referral.problem.cancelReason')
    for (const field of ['acceptedOn', 'assessedOn'] as const)
      if ((values[field] ?? '') > today) refuse(field, 'referral.problem.future')
    // what was posted before counts no longer; the days of the notice are told when it is over
    if (verb === 'post') Object.assign(values, { postedFrom: null, postedTo: null })
    if (verb === 'send') values.sentOn = today
    if (before === undefined)
      Object.assign(values, {
        postedFrom: null,
        postedTo: null,
        objectionNote: null,
        resolutionNote: null,
        sentOn: null,
        application: null,
      })
  },

  async after(changes, context) {
    for (const { before, row } of changes)
      if (row?.state === 'sent' && before?.state !== 'sent' && row.householdDivision !== null)
        context.write.emit('certificates.referral.sent', { id: row.id }, row.county)
    await postReferredFindings(changes, context)
  },
}
