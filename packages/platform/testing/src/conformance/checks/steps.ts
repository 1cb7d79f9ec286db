import type { PlacedRecord } from '@opendpf/kit'
import { fieldMeta, personSteps, snakeCase, startsIn } from '@opendpf/kit'
import type { Report } from '../check.js'
import { recordCheck } from '../check.js'
import { addressOf, countRows, seen, versionOf } from '../steps.js'
import type { Subject } from '../subject.js'
import { walkWorkflow } from '../walks/walk-workflow.js'

/** A step is taken where it starts and nowhere else, and whatever steps are tried in whatever order, the row and its periods hold together. */
export const stepsCheck = recordCheck({
  name: 'steps',
  title:
    'takes steps where they start, keeps two pairs of eyes apart, and keeps its periods, in whatever order steps are tried',
  async run(record, subject, report) {
    if (!record.workflow) return
    await refusesWrongStates(record, subject, report)
    await walkWorkflow(record, subject, report)
  },
})

/** Every step in every state that it does not start in: refused, and the row, its past and its periods stay. */
async function refusesWrongStates(record: PlacedRecord, subject: Subject, report: Report): Promise<void> {
  const field = record.workflow?.field ?? ''
  const sample = await subject.sampler.make(record)
  const address = addressOf(subject, record, sample.id)
  for (const state of fieldMeta(record, field).choices ?? []) {
    // past the write path: how a row gets into the state is another matter
    await subject.server.connect('owner', (client) =>
      client.query(`update ${record.table} set ${snakeCase(field)} = $1 where id = $2`, [state, sample.id]),
    )
    const before = await standing(record, subject, sample.id)
    for (const [verb, step] of personSteps(record)) {
      if (startsIn(step, state)) continue
      const answer = await subject.all('POST', `${address}/do/${verb}`, {}, seen(await versionOf(subject, sample)))
      if (answer.status !== 409)
        report(`${record.ref}.do.${verb}`, `answers ${answer.status} in the state "${state}", where it does not start`)
      if ((await standing(record, subject, sample.id)) !== before)
        report(`${record.ref}.do.${verb}`, `changed a row in the state "${state}", where it does not start`)
    }
  }
}

async function standing(record: PlacedRecord, subject: Subject, id: string): Promise<string> {
  const { text } = await subject.all('GET', addressOf(subject, record, id))
  const count = (table: string, key: string) => countRows(subject, `from ${table} where ${key} = $1`, [id])
  return [text, await count(`${record.table}_history`, 'id'), await count('audit_entry', 'record_id')].join('\n')
}
