import type { JobContext } from '@opendpf/kit/server'
import { certificates, openCaseStates } from '../../contract/index.js'
import { eachMoved } from './moved-batches.js'

const { certificate, case: cases } = certificates.records
/** 办法 第 23 条: not transferred for more than a year. */
const cancelAfter = 12

/**
 * Opens a case for each certificate that was frozen because of a move and not transferred for a year: the night proposes, an approver
 * decides. Who has an open case is left alone, and what an approver has refused is not proposed again for the same move.
 */
export function proposeCancellations(job: JobContext): Promise<number> {
  return eachMoved(job, { state: 'frozen', months: cancelAfter }, async (ids, { read, write, today }) => {
    const frozen = (await read.many(certificate, { id: ids })).filter(({ freezeReason }) => freezeReason === 'move')
    const open = await read.many(cases, {
      person: frozen.map(({ person }) => person),
      state: openCaseStates.filter((state) => state !== 'draft'),
    })
    const proposed = await read.many(cases, {
      certificate: frozen.map(({ id }) => id),
      cancelReason: 'not-transferred',
    })
    const due = frozen.filter(
      ({ id, person, movedOn }) =>
        !open.some((one) => one.person === person) &&
        !proposed.some((one) => one.certificate === id && one.appliedOn >= (movedOn ?? '')),
    )
    const made = await write.createMany(
      cases,
      due.map(({ id, person }) => ({
        person,
        certificate: id,
        item: 'cancel',
        channel: 'ex-officio',
        applicant: 'federation',
        appliedOn: today,
        cancelReason: 'not-transferred',
      })),
    )
    for (const { id, version } of made) await write.transition(cases, { id, version, verb: 'propose' })
    return made.length
  })
}
