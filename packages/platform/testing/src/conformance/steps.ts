import type { PlacedRecord } from '@opendpf/kit'
import { allows } from '@opendpf/kit'
import type { MakeOptions, Sample, SampleValues } from '../samples/index.js'
import { refusalOf } from '../samples/index.js'
import type { TestAnswer } from '../server/test-server.js'
import type { Subject } from './subject.js'

/** A change that was made to a sample. */
export interface MadeChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly answer: TestAnswer
}

/** The address of a record's rows, or of one of them. */
export function addressOf(subject: Subject, record: PlacedRecord, ...parts: readonly string[]): string {
  return [subject.server.path(record), ...parts].join('/')
}

/** Values of a row that could be added now: none of its numbers is another sample's. */
export async function freshValues(
  subject: Subject,
  record: PlacedRecord,
  options: MakeOptions = {},
): Promise<SampleValues> {
  for (let attempt = 1; ; attempt += 1) {
    const values = await subject.sampler.values(record, options)
    const { body } = await subject.all('POST', addressOf(subject, record, 'check'), values)
    const problems: readonly { readonly code: string }[] = body?.problems ?? []
    if (attempt === 20 || !problems.some(({ code }) => code === 'duplicate')) return values
  }
}

/** The version a row has now; what a module does after a change may have moved it on. */
export async function versionOf(subject: Subject, { record, id }: Pick<Sample, 'record' | 'id'>): Promise<number> {
  const answer = await subject.all('GET', addressOf(subject, record, id))
  if (answer.status !== 200) throw new Error(`a sample of ${record.ref} cannot be read: ${refusalOf(answer)}`)
  return answer.body.version
}

/** The header by which a change says what it has seen. */
export const seen = (version: number): Readonly<Record<string, string>> => ({ 'if-match': `"${version}"` })

/**
 * Changes one field of a sample, whichever the module's rules let pass.
 *
 * @returns undefined for a record that cannot be changed
 * @throws when the record offers changes and none is accepted
 */
export async function changeSample(
  subject: Subject,
  sample: Sample,
  isWanted: (field: string) => boolean = () => true,
): Promise<MadeChange | undefined> {
  if (!allows(sample.record, 'update')) return undefined
  const refusals: string[] = []
  for (const { field, value } of await subject.sampler.changes(sample)) {
    if (!isWanted(field)) continue
    const version = await versionOf(subject, sample)
    const answer = await subject.all(
      'PATCH',
      addressOf(subject, sample.record, sample.id),
      { [field]: value },
      seen(version),
    )
    if (answer.status === 200 && answer.body.version > version)
      return { field, before: sample.values[field] ?? null, after: value, answer }
    refusals.push(`${field}: ${refusalOf(answer)}`)
  }
  throw new Error(`no field of a sample of ${sample.record.ref} can be changed: ${refusals.join(' | ')}`)
}

/** How many rows a statement's `count(*)` finds, seeing everything. */
export async function countRows(subject: Subject, text: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await subject.server.platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ count: number }>({ text: `select count(*) ${text}`, values }),
  )
  return row?.count ?? 0
}
