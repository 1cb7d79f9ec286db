import { allows, personSteps } from '@opendpf/kit'
import { recordCheck } from '../check.js'
import { addressOf, changeSample, countRows, seen, versionOf } from '../steps.js'

/** Nobody undoes another's work unseen: a change names the version it has seen, and an old one changes nothing. */
export const versionsCheck = recordCheck({
  name: 'versions',
  title: 'refuses a change that has not seen the latest version',
  async run(record, subject, report) {
    const steps = personSteps(record).map(([verb]) => verb)
    if (!allows(record, 'update') && !allows(record, 'remove') && steps.length === 0) return
    const { all, sampler } = subject
    const sample = await sampler.make(record)
    const address = addressOf(subject, record, sample.id)
    const change = await changeSample(subject, sample)
    const version = await versionOf(subject, sample)
    const stored = await all('GET', address)
    const past = await countRows(subject, `from ${record.table}_history where id = $1`, [sample.id])
    const requests: readonly (readonly [string, string, unknown])[] = [
      ...(change ? ([['PATCH', address, { [change.field]: change.before }]] as const) : []),
      ...(allows(record, 'remove') ? ([['POST', `${address}/remove`, {}]] as const) : []),
      ...steps.map((verb) => ['POST', `${address}/do/${verb}`, {}] as const),
    ]
    for (const [method, path, body] of requests) {
      const without = await all(method, path, body)
      if (without.status !== 428) report(`${method} ${path}`, `answers ${without.status} without If-Match`)
      for (const old of [version - 1, version + 1]) {
        const { status } = await all(method, path, body, seen(old))
        if (status !== 412)
          report(`${method} ${path}`, `answers ${status} to version ${old} of a row at version ${version}`)
      }
    }
    if ((await all('GET', address)).text !== stored.text)
      report(record.ref, 'a change with another version changed the row')
    if ((await countRows(subject, `from ${record.table}_history where id = $1`, [sample.id])) !== past)
      report(record.ref, 'a change with another version left a version behind')
  },
})
