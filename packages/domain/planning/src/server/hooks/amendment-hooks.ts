import type { RecordHooks } from '@opendpf/kit/server'
import { planning } from '../../contract/index.js'

const { plan, item, amendment } = planning.records

/** An amendment keeps what was promised before, and changes the item in the same transaction. */
export const amendmentHooks: RecordHooks<typeof amendment> = {
  prepare({ values, refuse }, { today }) {
    if (values.target === null && values.dueOn === null) refuse('target', 'amendment.problem.nothing')
    if (values.decidedOn > today) refuse('decidedOn', 'amendment.problem.future')
  },
  async check(drafts, { read }) {
    const items = new Map(
      (await read.many(item, { id: [...new Set(drafts.map(({ values }) => values.item))] })).map((row) => [
        row.id,
        row,
      ]),
    )
    const ids = [...new Set([...items.values()].map((row) => row.plan))]
    const closed = new Set((await read.many(plan, { id: ids, state: 'closed' })).map(({ id }) => id))
    for (const { values, refuse } of drafts) {
      const of = items.get(values.item)
      if (!of) continue
      if (closed.has(of.plan)) refuse('item', 'item.problem.closed')
      values.formerTarget = values.target === null ? null : of.target
      values.formerDueOn = values.dueOn === null ? null : of.dueOn
    }
  },
  async after(changes, { read, write }) {
    for (const { row } of changes) {
      if (!row) continue
      // one after the other: two amendments of one item see each other
      const of = await read.one(item, row.item)
      if (!of) continue
      const values = {
        amendments: of.amendments + 1,
        ...(row.target === null ? {} : { target: row.target }),
        ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
      }
      await write.update(item, { id: of.id, version: of.version, values })
    }
  },
}
