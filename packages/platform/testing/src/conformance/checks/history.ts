import type { HistoryEntry } from '@opendpf/kit'
import { fieldMeta, isMasked } from '@opendpf/kit'
import type { Sample } from '../../samples/index.js'
import type { TestAnswer } from '../../server/test-server.js'
import { recordCheck } from '../check.js'
import { addressOf, changeSample, versionOf } from '../steps.js'
import type { Subject } from '../subject.js'

const minute = 60_000

/** Every version of a row stays, and what was known at an instant can be asked again. */
export const historyCheck = recordCheck({
  name: 'history',
  title: 'keeps every version and shows what was known at an instant',
  async run(record, subject, report) {
    const { server, sampler } = subject
    const before = instant(subject)
    const sample = await sampler.make(record)
    const first = instant(subject)
    const change = await changeSample(subject, sample)
    const second = instant(subject)
    const address = addressOf(subject, record, sample.id)
    const version = await versionOf(subject, sample)
    const { body } = await subject.all('GET', `${address}/history`)
    checkEntries(body?.entries ?? [], version, (problem) => report(`${record.ref} history`, problem))
    if (change) {
      const shown = (body.entries as readonly HistoryEntry[])
        .flatMap(({ changes }) => changes)
        .some(
          ({ field, after }) =>
            field === change.field && (isMasked(fieldMeta(record, field)) || same(after, change.after)),
        )
      if (!shown) report(`${record.ref} history`, `does not say that "${change.field}" changed`)
    }
    const known = async (asOf: string): Promise<TestAnswer> => subject.all('GET', `${address}?asOf=${asOf}`)
    if ((await known(before)).status !== 404) report(`${record.ref} asOf`, 'shows a row before it was there')
    if ((await known(second)).body?.version !== version)
      report(`${record.ref} asOf`, 'does not show the latest version at a present instant')
    if (change) {
      const past = await known(first)
      if (
        past.body?.version >= version ||
        (!isMasked(fieldMeta(record, change.field)) && !same(past.body?.fields[change.field], change.before))
      )
        report(`${record.ref} asOf`, `does not show "${change.field}" as it was known before its change`)
    }
    if (await listHas(subject, sample, before)) report(`${record.ref} asOf`, 'lists a row before it was there')
    if (!(await listHas(subject, sample, first))) report(`${record.ref} asOf`, 'does not list a row that was known')
    server.clock.advance(minute)
  },
})

/** An instant between two changes. */
function instant({ server }: Subject): string {
  server.clock.advance(minute)
  const at = server.clock.now().toISOString()
  server.clock.advance(minute)
  return at
}

function checkEntries(entries: readonly HistoryEntry[], version: number, say: (problem: string) => void): void {
  const versions = entries.map((entry) => entry.version)
  if (versions.join() !== Array.from({ length: version }, (_, index) => version - index).join())
    say(`shows versions ${versions.join()} of a row at version ${version}`)
  entries.forEach((entry, index) => {
    const newer = entries[index - 1]
    if (entry.to !== newer?.from) say(`version ${entry.version} does not end where the next begins`)
    if (entry.byName === '' || entry.action === '') say(`does not say who made version ${entry.version}, or how`)
  })
}

async function listHas({ all, server }: Subject, { record, id, division }: Sample, asOf: string): Promise<boolean> {
  const within = division === null ? '' : `&within=${division}`
  let cursor = ''
  for (;;) {
    const { body } = await all('GET', `${server.path(record)}?limit=200&asOf=${asOf}${within}${cursor}`)
    if ((body.rows as readonly { id: string }[]).some((row) => row.id === id)) return true
    if (body.next === undefined) return false
    cursor = `&cursor=${body.next}`
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
