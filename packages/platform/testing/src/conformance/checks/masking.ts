import type { PlacedRecord } from '@opendpf/kit'
import { allows, fieldMeta, fieldsOf, hideValue, isMasked } from '@opendpf/kit'
import type { Sample } from '../../samples/index.js'
import type { TestAnswer } from '../../server/test-server.js'
import type { Report } from '../check.js'
import { recordCheck } from '../check.js'
import { addressOf, changeSample, countRows, seen } from '../steps.js'
import type { Subject } from '../subject.js'

/** What is secret of a person is in no answer but that to a reason. */
export const maskingCheck = recordCheck({
  name: 'masking',
  title: 'shows no S3 or S4 value except to whoever gives a reason',
  async run(record, subject, report) {
    const masked = fieldsOf(record).filter(({ meta }) => isMasked(meta))
    for (const order of record.list.orders)
      if (masked.some(({ name }) => name === order))
        report(`${record.ref}.${order}`, 'a list in the order of a masked field gives it away')
    if (masked.length === 0) return
    const sample = await subject.sampler.make(record)
    const change = await changeSample(subject, sample, (field) => masked.some(({ name }) => name === field)).catch(
      () => undefined,
    )
    const secrets = [
      ...secretsOf(record, sample),
      ...(change && isTelling(change.after) ? [written(change.after)] : []),
    ]
    const values = { ...sample.values, ...(change ? { [change.field]: change.after } : {}) }
    for (const [where, answer] of await answersAbout(record, subject, sample)) {
      for (const secret of secrets)
        if (answer.text.includes(secret)) report(where, `shows a masked value of ${record.ref}`)
      for (const row of rowsIn(answer))
        if (row.id === sample.id) checkRow(record, row, values, (problem) => report(where, problem))
    }
    if (change && isTelling(change.after) && change.answer.text.includes(written(change.after)))
      report(`PATCH ${record.ref}`, 'shows the masked value it was given')
    await revealsWithReason(record, subject, sample, values, report)
  },
})

interface Row {
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly masked: readonly string[]
}

/** Every answer that could be about the sample. */
async function answersAbout(
  record: PlacedRecord,
  subject: Subject,
  sample: Sample,
): Promise<readonly (readonly [string, TestAnswer])[]> {
  const { all, module, ownRoutes } = subject
  const address = addressOf(subject, record)
  const exact = fieldsOf(record).filter(
    ({ name, meta }) => meta.storage === 'exact' && typeof sample.values[name] === 'string',
  )
  const requests: [string, string, unknown?, Record<string, string>?][] = [
    ['GET', `${address}?limit=200${sample.division === null ? '' : `&within=${sample.division}`}`],
    ['POST', `${address}/query`, { limit: 200, ...(sample.division === null ? {} : { within: sample.division }) }],
    ...exact.map(({ name }): [string, string, unknown] => [
      'POST',
      `${address}/query`,
      { lookup: { field: name, value: sample.values[name] } },
    ]),
    ['GET', `${address}/${sample.id}`],
    ['GET', `${address}/${sample.id}/history`],
    ['GET', `${address}/${sample.id}/access`],
    ...(allows(record, 'create')
      ? ([
          ['POST', address, sample.values],
          ['POST', `${address}/check`, sample.values],
        ] as [string, string, unknown][])
      : []),
    ...(allows(record, 'update')
      ? ([['PATCH', `${address}/${sample.id}`, sample.values, seen(1)]] as [
          string,
          string,
          unknown,
          Record<string, string>,
        ][])
      : []),
    ...ownRoutes
      .filter(({ method }) => method === 'GET')
      .map(({ path }): [string, string] => [
        'GET',
        `/api/v1/${module.id}${path.replace(/:\w+(\{[^}]*\})?\??/g, sample.id)}`,
      ]),
  ]
  const answers: (readonly [string, TestAnswer])[] = []
  for (const request of requests) answers.push([`${request[0]} ${request[1]}`, await all(...request)])
  return answers
}

function rowsIn({ body }: TestAnswer): readonly Row[] {
  if (Array.isArray(body?.rows)) return body.rows
  return typeof body?.fields === 'object' && Array.isArray(body?.masked) ? [body] : []
}

function checkRow(
  record: PlacedRecord,
  row: Row,
  values: Readonly<Record<string, unknown>>,
  say: (problem: string) => void,
): void {
  for (const { name, meta } of fieldsOf(record)) {
    const shown = row.fields[name]
    if (!isMasked(meta) || shown === undefined || shown === null || values[name] === undefined) continue
    if (!isSame(shown, hideValue(meta, values[name])) || !row.masked.includes(name))
      say(`"${name}" of ${record.ref} is not masked`)
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The masked values of a sample that would be recognised in any text: long enough, and not the value of an open field as well. */
function secretsOf(record: PlacedRecord, { values }: Sample): readonly string[] {
  const open = JSON.stringify(
    Object.entries(values)
      .filter(([name]) => !isMasked(fieldMeta(record, name)))
      .map(([, value]) => value),
  )
  return Object.entries(values)
    .filter(([name, value]) => isMasked(fieldMeta(record, name)) && isTelling(value) && !open.includes(written(value)))
    .map(([, value]) => written(value))
}

/** A text as it stands in JSON. */
function written(value: unknown): string {
  return JSON.stringify(value).slice(1, -1)
}

function isTelling(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 6
}

async function revealsWithReason(
  record: PlacedRecord,
  subject: Subject,
  sample: Sample,
  values: Readonly<Record<string, unknown>>,
  report: Report,
): Promise<void> {
  const address = `${addressOf(subject, record, sample.id)}/reveal`
  const field = fieldsOf(record).find(({ name, meta }) => isMasked(meta) && typeof values[name] === 'string')?.name
  if (field === undefined) return
  const without = await subject.all('POST', address, { fields: [field] })
  if (without.status !== 400) report(`POST ${address}`, `answers ${without.status} without a reason`)
  const told = await subject.all('POST', address, { fields: [field], reason: '核对证件' })
  if (told.body?.values?.[field] !== values[field]) report(`POST ${address}`, `does not reveal "${field}"`)
  const logged = await countRows(
    subject,
    `from access_log where record = $1 and record_id = $2 and kind = 'reveal' and reason = '核对证件' and fields = array[$3]`,
    [record.ref, sample.id, field],
  )
  if (logged !== 1) report(`POST ${address}`, `left ${logged} lines in the access log`)
}
