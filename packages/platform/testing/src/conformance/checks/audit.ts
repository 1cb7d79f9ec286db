import { verifyChains } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import { allows, personSteps, startsIn } from '@opendpf/kit'
import { verifyRows } from '@opendpf/server'
import type { Sample } from '../../samples/index.js'
import type { Check, Report } from '../check.js'
import { recordCheck } from '../check.js'
import { addressOf, changeSample, countRows, seen, versionOf } from '../steps.js'
import type { Subject } from '../subject.js'

const everyRecord = recordCheck({ name: 'audit', title: '', run: leavesEntries })

/** Whatever changes a row leaves one entry, and the entries prove the rows. */
export const auditCheck: Check = {
  name: 'audit',
  title: 'leaves one audit entry for each change, whose digest is that of the row',
  async run(subject, report) {
    await everyRecord.run(subject, report)
    const { pool, crypto } = subject.server.platform
    await pool.use({ level: 'all' }, async (session) => {
      for (const finding of await verifyChains(session, crypto.digest))
        report(subject.module.id, `the chain does not hold: ${JSON.stringify(finding)}`)
      for (const finding of await verifyRows(session, subject.records, crypto))
        report(
          'record' in finding ? finding.record : subject.module.id,
          `was changed past the write path: ${JSON.stringify(finding)}`,
        )
    })
  },
}

async function leavesEntries(record: PlacedRecord, subject: Subject, report: Report): Promise<void> {
  const sample = await subject.sampler.make(record)
  await expectEntries(subject, sample, 'create', report)
  if (await changeSample(subject, sample)) await expectEntries(subject, sample, 'update', report)
  await removeAndRestore(record, subject, sample, report)
  await takeSteps(record, subject, report)
}

async function removeAndRestore(record: PlacedRecord, subject: Subject, sample: Sample, report: Report): Promise<void> {
  if (!allows(record, 'remove')) return
  const address = addressOf(subject, record, sample.id)
  const version = await versionOf(subject, sample)
  const removed = await subject.all('POST', `${address}/remove`, { reason: '登记错误' }, seen(version))
  // what the module's own rules keep is not a fault
  if (removed.status !== 204) return
  const removals = await countRows(
    subject,
    `from audit_entry where record = $1 and record_id = $2 and action = 'remove' and version > $3 and reason = '登记错误'`,
    [record.ref, sample.id, version],
  )
  if (removals !== 1) report(record.ref, `a removal left ${removals} entries`)
  const restored = await subject.all('POST', `${address}/restore`)
  if (restored.status === 200) await expectEntries(subject, sample, 'restore', report)
}

async function takeSteps(record: PlacedRecord, subject: Subject, report: Report): Promise<void> {
  for (const [verb, step] of personSteps(record)) {
    if (!startsIn(step, record.workflow?.initial ?? '')) continue
    const { requires = [] } = step
    const sample = await subject.sampler.make(record)
    const values = Object.fromEntries(requires.map((field) => [field, sample.values[field]]))
    const { status } = await subject.all(
      'POST',
      addressOf(subject, record, sample.id, 'do', verb),
      values,
      seen(await versionOf(subject, sample)),
    )
    if (status === 200) await expectEntries(subject, sample, verb, report)
  }
}

/** One entry for each version there was, the last of them of this deed. */
async function expectEntries(subject: Subject, sample: Sample, action: string, report: Report): Promise<void> {
  const { ref } = sample.record
  const version = await versionOf(subject, sample)
  const entries = await subject.server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ version: number; action: string }>({
      text: 'select version, action from audit_entry where record = $1 and record_id = $2 order by version',
      values: [ref, sample.id],
    }),
  )
  const versions = entries.map((entry) => entry.version)
  if (versions.join() !== Array.from({ length: version }, (_, index) => index + 1).join())
    report(ref, `has audit entries of versions ${versions.join()} at version ${version}, after "${action}"`)
  if (!entries.some((entry) => entry.action === action)) report(ref, `has no audit entry of "${action}"`)
}
