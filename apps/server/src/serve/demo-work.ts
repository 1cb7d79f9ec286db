import { certificates } from '@opendpf/certificates'
import type { DemoDeed, DemoHand } from '@opendpf/demo-county'
import { certificateKey, holderKey, organisationKey } from '@opendpf/demo-county'
import type { PlacedRecord } from '@opendpf/kit'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import type { Change, Platform, WriteSession } from '@opendpf/server'
import { createReader, rowOrThrow, systemActor, writeTransaction } from '@opendpf/server'
import type { DemoHands } from './demo-hands.js'

export interface DemoWorkOptions {
  readonly platform: Platform
  readonly hands: DemoHands
  /** The ID numbers of those whom deeds may be about. */
  readonly idNumbers: readonly string[]
}

/** Writes what a county did, day after day in the past: to be called with the deeds of one stretch of time after the other. */
export interface DemoWork {
  /** Writes deeds as of now, by which all of them have happened. */
  write(deeds: readonly DemoDeed[]): Promise<void>
  /** The id of a row by the key of the deeds. */
  idOf(key: string): string
  /** Where somebody lives, by his ID number. */
  divisionOf(idNumber: string): string
}

/** Opens the work of the demo county on the rows of its roster, which later deeds name by their keys. */
export async function openDemoWork({ platform, hands, idNumbers }: DemoWorkOptions): Promise<DemoWork> {
  const { ids, divisions } = await knownRows(platform, idNumbers)
  const idOf = (key: string): string => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`the demo county has no row “${key}”`)
    return id
  }
  return {
    idOf,
    divisionOf: (idNumber) => divisions.get(idNumber) ?? '',
    async write(deeds) {
      for (const { by, groups } of turnsOf(wavesOf(deeds)))
        await writeTransaction(platform, { actor: hands[by], locale: 'zh-CN' }, async (session) => {
          for (const group of groups) await writeGroup(session, group, { platform, ids, idOf })
        })
    },
  }
}

/** The people, certificates and organisations of the county by the keys of the deeds. */
async function knownRows(platform: Platform, idNumbers: readonly string[]) {
  const { scope } = systemActor
  const read = createReader({ platform, actor: systemActor, run: (work) => platform.pool.use(scope, work) })
  const people = await read.byExact(persons.records.person, 'idNumber', idNumbers)
  const numbers = new Map([...people].flatMap(([idNumber, [row]]) => (row ? [[row.id, idNumber] as const] : [])))
  const held = await read.many(certificates.records.certificate, { person: [...numbers.keys()] }, { limit: 1_000_000 })
  const places = await read.many(organisations.records.organisation, {})
  const divisions = new Map([...people].map(([idNumber, [row]]) => [idNumber, row?.division ?? ''] as const))
  const ids = new Map([
    ...places.map(({ id, name }) => [organisationKey(name), id] as const),
    ...[...numbers].map(([id, idNumber]) => [holderKey({ idNumber }), id] as const),
    ...held.map(({ id, person }) => [certificateKey({ idNumber: numbers.get(person) ?? '' }), id] as const),
  ])
  return { ids, divisions }
}

/** Deeds by how many others have to come first, so that those of one wave can be written together. */
function wavesOf(deeds: readonly DemoDeed[]): readonly (readonly DemoDeed[])[] {
  const last = new Map<string, number>()
  const waves: DemoDeed[][] = []
  for (const deed of deeds) {
    const before = [deed.key, ...Object.values(deed.links), ...deed.after].map((key) => last.get(key) ?? -1)
    const at = Math.max(...before) + 1
    last.set(deed.key, at)
    waves[at] = [...(waves[at] ?? []), deed]
  }
  return waves
}

/** Deeds of one record and step, to be written at once. */
type Group = readonly [DemoDeed, ...DemoDeed[]]

interface Turn {
  readonly by: DemoHand
  readonly groups: Group[]
}

/** Whose turn it is and what he writes: a transaction is one person's. */
function turnsOf(waves: readonly (readonly DemoDeed[])[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const wave of waves)
    for (const [by, own] of Map.groupBy(wave, (deed) => deed.by)) {
      const groups = [...Map.groupBy(own, ({ record, step }) => `${record} ${step}`).values()] as unknown as Group[]
      const turn = turns.at(-1)
      if (turn?.by === by) turn.groups.push(...groups)
      else turns.push({ by, groups })
    }
  return turns
}

async function writeGroup(
  session: WriteSession,
  group: Group,
  {
    platform,
    ids,
    idOf,
  }: { readonly platform: Platform; readonly ids: Map<string, string>; readonly idOf: DemoWork['idOf'] },
): Promise<void> {
  const [{ record: ref, step }] = group
  const record = platform.registry.record(ref)
  const valuesOf = ({ values, links }: DemoDeed) => ({
    ...values,
    ...Object.fromEntries(Object.entries(links).map(([field, key]) => [field, idOf(key)])),
  })
  const changes =
    step === undefined
      ? group.map((deed): Change => ({ action: 'create', values: valuesOf(deed) }))
      : await stepsOf(
          session,
          record,
          group.map((deed) => ({ verb: step, id: idOf(deed.key), values: valuesOf(deed) })),
        )
  const outcomes = await session.apply(record, changes, 'person')
  for (const [index, outcome] of outcomes.entries()) {
    const { key, on } = group[index] ?? group[0]
    try {
      const row = rowOrThrow(outcome)
      ids.set(key, row.id)
    } catch (error) {
      throw new Error(`the demo county’s “${key}” of ${on} was refused: ${step ?? 'create'} ${ref}`, { cause: error })
    }
  }
}

/** Steps of rows as they are now: what followed from other rows may have changed them. */
async function stepsOf(
  { context }: WriteSession,
  record: PlacedRecord,
  steps: readonly { readonly verb: string; readonly id: string; readonly values: Readonly<Record<string, unknown>> }[],
): Promise<readonly Change[]> {
  const rows = await context.read.many(record, { id: steps.map(({ id }) => id) } as never)
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return steps.map(({ id, ...rest }) => ({ action: 'transition', id, version: versions.get(id) ?? 0, ...rest }))
}
