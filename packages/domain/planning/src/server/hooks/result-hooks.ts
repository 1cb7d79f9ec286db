import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { isAdditive, planning } from '../../contract/index.js'
import { idsOf, written } from './part-hooks.js'

const { plan, item, split, result } = planning.records

/** What a report is about: where it lies, and whether it can be reported on. */
interface Subject {
  readonly division: string | null
  readonly problem: string | undefined
}

/** A result is of one item or share, of its place, known or not known with a reason, and not from the future. */
export const resultHooks: RecordHooks<typeof result> = {
  prepare({ values, refuse }, { today }) {
    if ((values.item === null) === (values.split === null)) refuse('item', 'result.problem.oneOf')
    if ((values.value === null) === (values.unknownReason === null)) refuse('value', 'result.problem.valueOrReason')
    if (values.asOf > today) refuse('asOf', 'result.problem.future')
  },
  async check(drafts, context) {
    const made = written(drafts)
    const subjects = new Map([
      ...(await itemSubjects(idsOf(made, 'item'), context)),
      ...(await splitSubjects(idsOf(made, 'split'), context)),
    ])
    for (const { values, refuse } of made) {
      const subject = subjects.get(values.item ?? values.split ?? '')
      if (!subject) continue
      if (subject.problem !== undefined) refuse(values.item === null ? 'split' : 'item', subject.problem)
      if (subject.division !== values.division) refuse('division', 'result.problem.elsewhere')
    }
  },
}

async function itemSubjects(
  ids: readonly string[],
  { read }: ModuleContext,
): Promise<readonly (readonly [string, Subject])[]> {
  if (ids.length === 0) return []
  const items = await read.many(item, { id: ids })
  const adopted = await read.many(plan, { id: [...new Set(items.map((row) => row.plan))], state: 'adopted' })
  const running = new Set(adopted.map(({ id }) => id))
  // rates of towns do not add up to that of the county, which reports its own
  const summed = items.filter(({ unit }) => isAdditive(unit)).map(({ id }) => id)
  const shared = new Set((await read.many(split, { item: summed })).map((row) => row.item))
  return items.map((row) => {
    const problem = !running.has(row.plan)
      ? 'result.problem.notAdopted'
      : row.indicator !== null
        ? 'result.problem.counted'
        : shared.has(row.id)
          ? 'result.problem.split'
          : undefined
    return [row.id, { division: row.division, problem }]
  })
}

// whoever reports on a share may not see the item, which lies above him
async function splitSubjects(
  ids: readonly string[],
  { read }: ModuleContext,
): Promise<readonly (readonly [string, Subject])[]> {
  if (ids.length === 0) return []
  return (await read.many(split, { id: ids })).map((row) => [row.id, { division: row.division, problem: undefined }])
}
