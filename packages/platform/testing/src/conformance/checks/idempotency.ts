import type { PlacedRecord } from '@opendpf/kit'
import { allows } from '@opendpf/kit'
import type { TestAnswer } from '../../server/test-server.js'
import type { Report } from '../check.js'
import { recordCheck } from '../check.js'
import { addressOf, changeSample, countRows, freshValues, seen, versionOf } from '../steps.js'
import type { Subject } from '../subject.js'

/** A request that is sent twice is done once. */
export const idempotencyCheck = recordCheck({
  name: 'idempotency',
  title: 'does a repeated request once and answers it the same',
  async run(record, subject, report) {
    if (allows(record, 'create')) await createsOnce(record, subject, report)
    const { sampler } = subject
    if (allows(record, 'update')) {
      const sample = await sampler.make(record)
      const change = await changeSample(subject, sample)
      const headers = { ...seen(await versionOf(subject, sample)), 'idempotency-key': `update-${sample.id}` }
      await answersTwice(subject, report, [
        'PATCH',
        addressOf(subject, record, sample.id),
        { [change?.field ?? '']: change?.before },
        headers,
      ])
    }
    if (allows(record, 'remove')) {
      const sample = await sampler.make(record)
      const headers = { ...seen(await versionOf(subject, sample)), 'idempotency-key': `remove-${sample.id}` }
      await answersTwice(subject, report, ['POST', addressOf(subject, record, sample.id, 'remove'), {}, headers])
    }
  },
})

async function createsOnce(record: PlacedRecord, subject: Subject, report: Report): Promise<void> {
  const address = addressOf(subject, record)
  const values = await freshValues(subject, record)
  const headers = { 'idempotency-key': `create-${record.ref}` }
  const before = await countRows(subject, `from ${record.table}`)
  await answersTwice(subject, report, ['POST', address, values, headers])
  const made = (await countRows(subject, `from ${record.table}`)) - before
  if (made !== 1) report(`POST ${address}`, `made ${made} rows for one key`)
  const other = await subject.all('POST', address, await subject.sampler.values(record), headers)
  if (other.body?.code !== 'idempotency-key-reused')
    report(`POST ${address}`, `answers ${other.status} to a key that stood for another request`)
}

async function answersTwice(
  { all }: Subject,
  report: Report,
  request: readonly [string, string, unknown, Readonly<Record<string, string>>],
): Promise<void> {
  const [first, second]: readonly TestAnswer[] = [await all(...request), await all(...request)]
  const where = `${request[0]} ${request[1]}`
  // a module may have reasons of its own not to take the change back; that it says so twice is all that is asked
  if (first?.status !== second?.status || JSON.stringify(first?.body) !== JSON.stringify(second?.body)) {
    report(where, `answers ${first?.status} and then ${second?.status} to the same request with the same key`)
  }
}
