import type { FieldMeta, PlacedRecord } from '@opendpf/kit'
import { allows, fieldsOf, inputFields, isOptional } from '@opendpf/kit'
import { todayIn } from '@opendpf/standards'
import fc from 'fast-check'
import { arbitraryOf } from '../arbitraries/index.js'
import { places } from '../server/divisions.js'
import type { TestAnswer, TestServer } from '../server/test-server.js'
import { sampleFile } from './sample-file.js'

export type SampleValues = Readonly<Record<string, unknown>>

/** What a rule may look at and make. */
export interface SampleTools {
  /** What a row that was made before was made from. */
  of(id: unknown): SampleValues
  /** Another row that this one needs. */
  make(ref: `${string}.${string}`, values?: SampleValues): Promise<Sample>
  /** Takes a step of a row that was made: what the sample needs runs already, or is decided. */
  take(sample: Sample, verb: string, values?: SampleValues): Promise<Sample>
  /** Where the sample lies, 12 digits. */
  readonly division: string
}

/**
 * A field of a sample where the contract alone does not say what is valid. `row` holds the fields so far; `undefined` leaves the field
 * out.
 */
export type SampleRule = (row: SampleValues, tools: SampleTools) => unknown

/** Rules by `<record>.<field>` of the module under test, or `<module>.<record>.<field>` of another. They run in this order. */
export type SampleRules = Readonly<Record<string, SampleRule>>

/** A row that was made, with its values as they were sent. */
export interface Sample {
  readonly record: PlacedRecord
  readonly id: string
  readonly version: number
  readonly division: string | null
  readonly values: SampleValues
}

export interface MakeOptions {
  readonly division?: string
  /** What happens to fields that may be empty; default `always` filled. */
  readonly optional?: 'sometimes' | 'always' | 'never'
  /** Values that the sample must have. */
  readonly values?: SampleValues
}

/** Makes valid rows, with what they refer to made first. Two runs make the same rows. */
export interface Sampler {
  /** Values for a row, with what they refer to made already; nothing is written of the row itself. */
  values(record: PlacedRecord, options?: MakeOptions): Promise<SampleValues>
  make(record: PlacedRecord, options?: MakeOptions): Promise<Sample>
  /** Fields, one at a time, that could be set on a sample: another value of the same contract. */
  changes(sample: Sample): Promise<readonly { readonly field: string; readonly value: unknown }[]>
}

/** What a sampler asks of a server: one of a test, or one that runs elsewhere and is spoken to by HTTP. */
export interface SampledServer extends Pick<TestServer, 'as' | 'path' | 'clock' | 'write'> {
  readonly platform: Pick<TestServer['platform'], 'registry'>
}

export interface SamplerOptions {
  readonly server: SampledServer
  /** The module whose records the short names of rules belong to. */
  readonly module: string
  readonly rules?: SampleRules
  readonly seed?: number
}

/** How a row that a reference names is come by. */
interface Referring {
  readonly division: string
  /** The records whose samples wait for this one. */
  readonly above: readonly string[]
  readonly isSharing: boolean
}

/** Opens a sampler on a running server. */
export function createSampler({ server, module, rules = {}, seed = 990121 }: SamplerOptions): Sampler {
  const call = server.as({ id: 'sampler', at: 'all' })
  // steps may ask for another pair of eyes than whoever made the row
  const second = server.as({ id: 'second-sampler', at: 'all' })
  const made = new Map<string, SampleValues>()
  /** Rows of other modules that references of several samples name: a person and a school for each of them would take most of the time. */
  const shared = new Map<string, Promise<Sample>>()
  /** Records that were refused a row which others name: there may be one of its kind for each person only. */
  const alone = new Set<string>()
  const today = todayIn(server.clock)
  let turn = seed

  const take: SampleTools['take'] = async (sample, verb, values = {}) => {
    const { record, id, version } = sample
    const path = `${server.path(record)}/${id}/do/${verb}`
    const answer = await second('POST', path, values, { 'if-match': `"${version}"` })
    if (answer.status !== 200) throw new Error(`a sample of ${record.ref} does not ${verb}: ${refusalOf(answer)}`)
    return { ...sample, version: answer.body.version }
  }

  const grouped = Map.groupBy(
    Object.entries(rules).map(([key, rule]) => {
      const path = key.split('.')
      const [owner, name, field = ''] = path.length === 3 ? path : [module, ...path]
      return { ref: `${owner}.${name}`, entry: [field, rule] as const }
    }),
    ({ ref }) => ref,
  )
  const rulesOf = ({ ref }: PlacedRecord): readonly (readonly [string, SampleRule])[] =>
    (grouped.get(ref) ?? []).map(({ entry }) => entry)

  const ruled = async (record: PlacedRecord, row: SampleValues, division: string): Promise<SampleValues> => {
    const values: Record<string, unknown> = { ...row }
    const make: SampleTools['make'] = (ref, wanted = {}) =>
      makeBelow(server.platform.registry.record(ref), { division, values: wanted }, [record.ref])
    for (const [field, rule] of rulesOf(record)) {
      values[field] = await rule(values, { division, make, take, of: (id) => made.get(String(id)) ?? {} })
      if (values[field] === undefined) delete values[field]
    }
    return values
  }

  const draw = (record: PlacedRecord, division: string, optional: MakeOptions['optional'] = 'always'): SampleValues => {
    const fields = allows(record, 'create') ? 'input' : 'all'
    turn += 1
    const [row] = fc.sample(arbitraryOf(record, { today, divisions: [division], idsOf: () => [], optional, fields }), {
      numRuns: 1,
      seed: turn,
    })
    return row ?? {}
  }

  /** The row that a reference names: one of its own, or one that others name too, where the row it is for may be refused for it. */
  const referred = async (record: PlacedRecord, target: PlacedRecord, how: Referring): Promise<Sample> => {
    const { division, above, isSharing } = how
    const make = () => makeBelow(target, { division }, [...above, record.ref])
    if (!isSharing || target.module === record.module) return make()
    const key = `${target.ref} ${division}`
    const row = shared.get(key) ?? make()
    shared.set(key, row)
    return row
  }

  const references = async (
    record: PlacedRecord,
    options: MakeOptions,
    { above, isSharing }: Pick<Referring, 'above' | 'isSharing'>,
  ): Promise<SampleValues> => {
    const accepted = allows(record, 'create') ? inputFields(record) : Object.keys(record.fields)
    const given = new Set([...Object.keys(options.values ?? {}), ...rulesOf(record).map(([field]) => field)])
    const found: Record<string, unknown> = {}
    for (const { name, meta, schema } of fieldsOf(record)) {
      if (meta.kind !== 'reference' || !accepted.includes(name) || given.has(name)) continue
      // a chain of optional references would go on for ever
      const isLeftOut = options.optional === 'never' || above.length > 0 || meta.target === record.ref
      if (isOptional(schema) && isLeftOut) continue
      const target = server.platform.registry.record(meta.target ?? '')
      found[name] = (
        await referred(record, target, { division: options.division ?? places.village, above, isSharing })
      ).id
    }
    return found
  }

  /** Files for the fields that hold some, brought by the sampler: nobody else can write a row with them. */
  const files = async (record: PlacedRecord, options: MakeOptions): Promise<SampleValues> => {
    const given = new Set([...Object.keys(options.values ?? {}), ...rulesOf(record).map(([field]) => field)])
    const found: Record<string, unknown> = {}
    for (const { name, meta, isOptional: mayBeEmpty } of fieldsOf(record)) {
      if (meta.kind !== 'attachments' || given.has(name)) continue
      if (mayBeEmpty && options.optional === 'never') continue
      if (meta.isDerived) {
        // nobody brings it: the module keeps it, with the rows that it makes
        if (!allows(record, 'create')) found[name] = [await keepSample(record, name, meta.attachments)]
        continue
      }
      const answer = await call('POST', `${server.path(record)}/attachments/${name}`, sampleFile(meta.attachments))
      if (answer.status !== 201) throw new Error(`no file for ${record.ref}.${name}: ${refusalOf(answer)}`)
      found[name] = [answer.body]
    }
    return found
  }

  const keepSample = (record: PlacedRecord, field: string, rules: FieldMeta['attachments']) => {
    const type = rules?.types.includes('image/png') ? 'image/png' : 'text/plain'
    return server.write(({ files: kept }) =>
      kept.keep(record, field, { name: 'sample', type, content: sampleFile(rules) }),
    )
  }

  const valuesBelow = async (
    record: PlacedRecord,
    options: MakeOptions,
    how: Pick<Referring, 'above' | 'isSharing'>,
  ): Promise<SampleValues> => {
    const division = options.division ?? places.village
    const drawn = {
      ...draw(record, division, options.optional),
      ...(await references(record, options, how)),
      ...options.values,
    }
    return { ...(await ruled(record, drawn, division)), ...options.values }
  }

  const makeBelow = async (record: PlacedRecord, options: MakeOptions, above: readonly string[]): Promise<Sample> => {
    const brought = await files(record, options)
    for (let attempt = 1; ; attempt += 1) {
      const how = { above, isSharing: allows(record, 'create') && !alone.has(record.ref) }
      const values = { ...(await valuesBelow(record, options, how)), ...brought }
      if (!allows(record, 'create')) {
        const row = await server.write(({ write }) => write.create(record, values))
        made.set(row.id, values)
        return { record, id: row.id, version: row.version, division: row.division, values }
      }
      const answer = await call('POST', server.path(record), values)
      if (how.isSharing && (answer.status === 409 || answer.status === 422)) {
        alone.add(record.ref)
        continue
      }
      // a number that another sample drew: draw again
      if (answer.status === 409 && attempt < 20) continue
      if (answer.status !== 201)
        throw new Error(`no valid sample of ${record.ref}: ${refusalOf(answer)} (sent ${JSON.stringify(values)})`)
      made.set(answer.body.id, values)
      return { record, id: answer.body.id, version: answer.body.version, division: answer.body.division, values }
    }
  }

  return {
    // whoever sends these does not try again
    values: (record, options = {}) => valuesBelow(record, options, { above: [], isSharing: false }),
    make: (record, options = {}) => makeBelow(record, options, []),
    async changes({ record, division, values }) {
      const accepted = new Set(inputFields(record))
      const place = division ?? places.village
      const other = await ruled(record, { ...draw(record, place), ...referencesIn(record, values) }, place)
      return fieldsOf(record).flatMap(({ name, meta }) => {
        const value = other[name] ?? null
        const isOpen = accepted.has(name) && meta.kind !== 'reference' && meta.kind !== 'division'
        return isOpen && value !== null && !isSame(value, values[name]) ? [{ field: name, value }] : []
      })
    },
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function referencesIn(record: PlacedRecord, values: SampleValues): SampleValues {
  return Object.fromEntries(
    fieldsOf(record).flatMap(({ name, meta }) =>
      meta.kind === 'reference' && name in values ? [[name, values[name]]] : [],
    ),
  )
}

/** What an answer says is wrong, for the reader of a failed test. */
export function refusalOf({ status, body }: TestAnswer): string {
  const problems: readonly { path: string; message: string }[] = body?.errors ?? []
  return `${status} ${body?.code ?? ''} ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ') || (body?.detail ?? '')}`
}
