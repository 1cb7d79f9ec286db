import { describe, expect, it } from 'vitest'
import { inspectClocks } from './inspect-clocks.js'
import type { Workflow } from './workflow.js'
import type { WorkflowClock } from './workflow-clock.js'

const findings = (clock: Omit<WorkflowClock, 'runs'>) =>
  inspectClocks(
    {
      field: 'state',
      initial: 'open',
      final: ['closed'],
      transitions: { close: { from: 'open', to: 'closed', by: 'system' } },
      clocks: { answer: { runs: ['open'], ...clock } },
      waits: { open: { owner: 'county', clock: 'answer', escape: 'close' } },
    } satisfies Workflow,
    ['open', 'closed'],
  )

describe('a clock', () => {
  it('may keep other limits for some values of a field, each of them a period', () => {
    const statutory = { workingDays: 10 }
    expect(findings({ statutory, vary: { field: 'item', limits: { new: { statutory: { days: 30 } } } } })).toEqual([])
    expect(findings({ statutory, vary: { field: 'item', limits: { new: { statutory: { days: 0 } } } } })).toEqual([
      'the clock "answer" has a limit that is no period',
    ])
  })

  it('is a window or has an escape, and not both', () => {
    const statutory = { workingDays: 10 }
    expect(findings({ statutory, isWindow: true })).toEqual([])
    expect(findings({ statutory, isWindow: true, escape: 'close' })).toEqual([
      'the clock "answer" is a window and has an escape: nothing is done when it ends',
    ])
  })
})
