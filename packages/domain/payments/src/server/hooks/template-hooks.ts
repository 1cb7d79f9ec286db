import type { RecordHooks } from '@opendpf/kit/server'
import { payments } from '../../contract/index.js'

const { fileTemplate } = payments.records

/** A layout says where money goes and how much, and can find the line of a result; a county has one that is the default. */
export const templateHooks: RecordHooks<typeof fileTemplate> = {
  prepare({ values, refuse }) {
    const paid = new Set(values.paidColumns.map(({ value }) => value))
    const told = new Set(values.resultColumns.map(({ value }) => value))
    if (!paid.has('accountNumber') || !(paid.has('amountYuan') || paid.has('amountFen')))
      refuse('paidColumns', 'fileTemplate.problem.paidColumns')
    if (!told.has('result') || !(told.has('position') || told.has('accountNumber')))
      refuse('resultColumns', 'fileTemplate.problem.resultColumns')
    if (values.form === 'text' && values.separator === null) refuse('separator', 'fileTemplate.problem.separator')
    if (values.form === 'workbook' && values.footer !== null) refuse('footer', 'fileTemplate.problem.footer')
    if (values.form === 'workbook') values.hasHeadings = true
  },
  async check(drafts, { read }) {
    const chosen = drafts.filter(({ values }) => values.isDefault)
    if (chosen.length === 0) return
    const divisions = [...new Set(chosen.map(({ values }) => values.division))]
    const own = new Set(chosen.flatMap(({ before }) => (before ? [before.id] : [])))
    const stored = (await read.many(fileTemplate, { division: divisions, isDefault: true })).filter(
      ({ id }) => !own.has(id),
    )
    const taken = new Set(stored.map(({ division }) => division))
    for (const { values, refuse } of chosen) {
      if (taken.has(values.division)) refuse('isDefault', 'fileTemplate.problem.default')
      taken.add(values.division)
    }
  },
}
