import { createHash } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import type { RowOf } from '@opendpf/kit'
import type { ModuleContext, SnapshotContext } from '@opendpf/kit/server'
import { catalogueOf, type FigureAsked, type FigureRead, figures, isCounted } from '../contract/index.js'
import { territoryOf } from './asking.js'
import { partsOf, refuseMistakes } from './checked.js'
import { membersOf } from './count.js'
import type { Context, CountedQuestion } from './measured-rows.js'
import { readFigures } from './read-figures.js'

const { frozenFigure } = figures.records

/** A figure as it was told, with all that is needed to tell it again. */
export interface ToldFigure extends Told {
  readonly indicator: string
  readonly definitionVersion: number
  readonly from: string | undefined
  readonly to: string
  readonly division: string
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly cutOff: string
}

/**
 * Tells a figure that is to be kept: its definition, what it is about, until when it was known, and a hash of those counted. Value and hash
 * are of the same rows only where the context reads the rows of one moment.
 *
 * @throws OpenDpfError `invalid-request` for a question that cannot be meant, or about no place
 */
export async function tellFigure(context: SnapshotContext, asked: FigureAsked): Promise<ToldFigure> {
  refuseMistakes(context, asked)
  const division = asked.division ?? territoryOf(context.actor)
  if (division === undefined) throw new OpenDpfError('invalid-request', { params: { what: 'division' } })
  const { indicator, from, to = context.today, filters = {} } = asked
  const cutOff = asked.asOf ?? context.clock.now().toISOString()
  const told = await tell(context, { indicator, from, to, division, filters, asOf: cutOff })
  const definitionVersion = catalogueOf(context.registry).get(indicator)?.version ?? 0
  return { ...told, indicator, definitionVersion, from, to, division, filters, cutOff }
}

/**
 * Keeps a figure as it was told. One that is not known is kept as not known.
 *
 * @returns the id of the frozen figure
 */
export async function keepFigure(context: ModuleContext, told: ToldFigure, purpose: string): Promise<string> {
  const { from, to, ...rest } = told
  const { id } = await context.write.create(frozenFigure, {
    ...rest,
    fromDay: from ?? null,
    toDay: to,
    frozenBy: context.actor.name,
    purpose,
  })
  return id
}

async function tell(context: Context, asked: FigureAsked): Promise<Told> {
  const [figure] = await readFigures(context, [asked])
  const hash = createHash('sha256')
  for (const question of partsOf(context, asked)) {
    hash.update(`${question.name}\n`)
    if (isCounted(question.indicator))
      for (const unit of await membersOf(context, question as CountedQuestion)) hash.update(`${unit}\n`)
  }
  return {
    value: figure?.value ?? null,
    unknownReason: figure?.unknownReason ?? null,
    membersHash: hash.digest('hex'),
  }
}

type Told = Pick<FigureRead, 'value' | 'unknownReason'> & { readonly membersHash: string }

/** In what a frozen figure differs from what is computed now: nobody counts it any more, its definition, its number, or who was counted. */
export interface FrozenFinding {
  readonly id: string
  readonly indicator: string
  readonly purpose: string
  readonly problem: 'gone' | 'definition' | 'value' | 'members'
  readonly frozen: number | null
  readonly found: number | null
}

const pageSize = 200
const nothingIsKept: Context['states'] = async () => undefined

/** Computes every frozen figure in sight again, as it was known at its cut-off: from the rows themselves, and from no memory. */
export async function verifyFrozen(
  context: Context & Pick<ModuleContext, 'read'>,
  onPage?: (done: number) => void,
): Promise<{ readonly checked: number; readonly findings: readonly FrozenFinding[] }> {
  const findings: FrozenFinding[] = []
  const ids = await context.db.selectFrom(frozenFigure.table).select('id').orderBy('id').execute()
  for (let start = 0; start < ids.length; start += pageSize) {
    const page = ids.slice(start, start + pageSize).map(({ id }) => id)
    for (const row of await context.read.many(frozenFigure, { id: page })) {
      const problem = await compare({ ...context, states: nothingIsKept }, row)
      if (problem) findings.push({ id: row.id, indicator: row.indicator, purpose: row.purpose, ...problem })
    }
    onPage?.(Math.min(start + pageSize, ids.length))
  }
  return { checked: ids.length, findings }
}

type FrozenRow = RowOf<typeof frozenFigure>

async function compare(
  context: Context,
  row: FrozenRow,
): Promise<Pick<FrozenFinding, 'problem' | 'frozen' | 'found'> | undefined> {
  const indicator = catalogueOf(context.registry).get(row.indicator)
  const frozen = row.value
  if (!indicator) return { problem: 'gone', frozen, found: null }
  if (indicator.version !== row.definitionVersion) return { problem: 'definition', frozen, found: null }
  const { value: found, membersHash } = await tell(context, {
    indicator: row.indicator,
    from: row.fromDay ?? undefined,
    to: row.toDay,
    division: row.division ?? undefined,
    filters: row.filters,
    asOf: row.cutOff,
  })
  if (found !== frozen) return { problem: 'value', frozen, found }
  return membersHash === row.membersHash ? undefined : { problem: 'members', frozen, found }
}
