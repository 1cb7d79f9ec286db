import type { PlacedRecord } from '@opendpf/kit'
import { allows, fieldsOf, inputFields, parentField } from '@opendpf/kit'
import { places } from '../../server/divisions.js'
import { recordCheck } from '../check.js'
import { addressOf, changeSample, seen, versionOf } from '../steps.js'
import type { Subject } from '../subject.js'

/** What is not known is refused: a mistake must not widen a result, nor be swallowed. */
export const queriesCheck = recordCheck({
  name: 'queries',
  title: 'refuses filters, orders and fields that it does not know',
  async run(record, subject, report) {
    const { all, sampler } = subject
    const list = addressOf(subject, record)
    for (const [what, params] of Object.entries(unknownParams(record))) {
      const { status } = await all('GET', `${list}?${params}`)
      if (status !== 400) report(`GET ${list}?${params}`, `answers ${status} to ${what}`)
    }
    for (const [what, body] of Object.entries(unknownQueries(record))) {
      const { status } = await all('POST', `${list}/query`, body)
      if (status !== 400) report(`POST ${list}/query`, `answers ${status} to ${what}: ${JSON.stringify(body)}`)
    }
    if (allows(record, 'create'))
      await refusesFields(record, subject, { method: 'POST', path: list, values: await sampler.values(record) }, report)
    if (allows(record, 'update')) {
      const sample = await sampler.make(record)
      const change = await changeSample(subject, sample)
      await refusesFields(
        record,
        subject,
        {
          method: 'PATCH',
          path: `${list}/${sample.id}`,
          values: change ? { [change.field]: sample.values[change.field] } : {},
          headers: seen(await versionOf(subject, sample)),
        },
        report,
      )
    }
  },
})

function unknownParams(record: PlacedRecord): Readonly<Record<string, string>> {
  const closed = closedFilter(record)
  return {
    'an unknown filter': 'nope=1',
    'an unknown order': 'order=nope',
    'an unknown part of a filter': `${record.list.orders[0]}.nope=1`,
    'a limit of 0': 'limit=0',
    'a cursor that is none': `cursor=nope${record.scope === 'global' ? '' : `&within=${places.county}`}`,
    ...(closed === undefined ? {} : { 'a filter that is not offered': `${closed}=1` }),
  }
}

function unknownQueries(record: PlacedRecord): Readonly<Record<string, unknown>> {
  const plain = fieldsOf(record).find(({ meta }) => meta.storage !== 'exact')
  return {
    'an unknown filter': { filters: { nope: { any: ['1'] } } },
    'an unknown order': { order: { by: 'nope', direction: 'ascending' } },
    'an unknown part': { nope: 1 },
    'a look-up by what cannot be looked up': { lookup: { field: plain?.name ?? 'nope', value: '1' } },
    'a look-up by what every object has': { lookup: { field: 'constructor', value: '1' } },
  }
}

/** A field that lists cannot be filtered by. */
function closedFilter(record: PlacedRecord): string | undefined {
  return fieldsOf(record).find(({ name }) => !record.list.filters?.includes(name) && parentField(record) !== name)?.name
}

async function refusesFields(
  record: PlacedRecord,
  { all }: Subject,
  request: {
    method: string
    path: string
    values: Readonly<Record<string, unknown>>
    headers?: Readonly<Record<string, string>>
  },
  report: (where: string, problem: string) => void,
): Promise<void> {
  const { method, path, values, headers } = request
  const closed = Object.keys(record.fields).find((name) => !inputFields(record).includes(name))
  for (const field of ['nope', 'version', 'recordedBy', ...(closed === undefined ? [] : [closed])]) {
    const { status, body } = await all(method, path, { ...values, [field]: 'x' }, headers)
    const isNamed = (body?.errors ?? []).some((problem: { path: string }) => problem.path === field)
    if (status !== 422 || !isNamed)
      report(`${method} ${path}`, `answers ${status} to a field "${field}" that nobody may set`)
  }
}
