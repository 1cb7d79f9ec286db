import type { JobContext } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'
import { eachMoved } from './moved-batches.js'

const { certificate } = certificates.records
/** 办法 第 23 条: not transferred for more than six months. */
const freezeAfter = 6

/** Freezes certificates whose holders moved away and did not transfer them, and answers how many. */
export function freezeMoved(job: JobContext): Promise<number> {
  return eachMoved(job, { state: 'valid', months: freezeAfter }, async (ids, { read, write }) => {
    const due = await read.many(certificate, { id: ids })
    await write.updateMany(
      certificate,
      due.map(({ id, version }) => ({ id, version, values: { state: 'frozen', freezeReason: 'move' } })),
    )
    return due.length
  })
}
