import type { RecordHooks } from '@opendpf/kit/server'
import { payments } from '../../contract/index.js'
import { bookResults } from '../files/book-results.js'

const { batch, exchange } = payments.records

/** A result file is booked with its row. Who approved the batch does not book it, and a file that was booked says nothing new. */
export const exchangeHooks: RecordHooks<typeof exchange> = {
  prepare({ values, action, refuse }, { clock, today }) {
    if (action !== 'create' || values.direction === 'out') return
    values.direction = 'in'
    values.hash = values.file[0]?.hash ?? ''
    values.at = clock.now().toISOString()
    values.lines = values.amount = values.paid = values.returned = values.missing = values.problemCount = 0
    values.state = 'refused'
    if (values.paidOn === null) refuse('paidOn', 'exchange.problem.paidOn')
    else if (values.paidOn > today) refuse('paidOn', 'exchange.problem.future')
  },
  async check(drafts, { actor, read }) {
    const brought = drafts.filter(({ action, values }) => action === 'create' && values.direction === 'in')
    const ids = [...new Set(brought.map(({ values }) => values.batch))]
    if (ids.length === 0) return
    const batches = new Map((await read.many(batch, { id: ids })).map((row) => [row.id, row]))
    const booked = await read.many(exchange, { batch: ids, direction: 'in', state: 'booked' })
    const known = new Set(booked.map((row) => `${row.batch} ${row.hash}`))
    for (const { values, refuse } of brought) {
      const of = batches.get(values.batch)
      if (of?.state !== 'sent') refuse('batch', 'exchange.problem.notSent')
      else if (of.template === null) refuse('batch', 'exchange.problem.template')
      if (of && [of.reviewedBy, of.approvedBy].includes(actor.id)) refuse('batch', 'exchange.problem.approver')
      if (known.has(`${values.batch} ${values.hash}`)) refuse('file', 'exchange.problem.again')
    }
  },
  async after(changes, context) {
    for (const { row, action } of changes)
      if (action === 'create' && row?.direction === 'in') await bookResults(row, context)
  },
}
