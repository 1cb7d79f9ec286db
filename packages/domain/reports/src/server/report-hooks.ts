import { OpenDpfError } from '@opendpf/errors'
import { verbMessages } from '@opendpf/kit'
import type { RecordHooks } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import { readNarrative, type reports } from '../contract/index.js'

/** A text names items that its plan has; what is final stays as it is. */
export const reportHooks: RecordHooks<(typeof reports)['records']['report']> = {
  prepare({ before, values, refuse }) {
    if (before?.state === 'final') return refuse('title', 'report.problem.final')
    const items = new Set(values.figures.items.map(({ number }) => number))
    for (const { line, problem, what } of readNarrative(values.narrative, items).problems)
      refuse('narrative', `report.problem.${problem}`, { line, what })
  },
  async after(changes, { locale }) {
    for (const { action, before } of changes)
      if (action === 'remove' && before?.state === 'final')
        throw new OpenDpfError('wrong-state', { params: { step: messageOf(verbMessages, locale, 'remove') } })
  },
}
