import { describe, expect, it } from 'vitest'
import { inspectWorkflow } from './inspect-workflow.js'
import type { Workflow } from './workflow.js'

const states = ['asked', 'checking', 'done', 'lapsed']

const sound: Workflow = {
  field: 'state',
  initial: 'asked',
  final: ['done', 'lapsed'],
  transitions: {
    take: { from: 'asked', to: 'checking' },
    finish: { from: 'checking', to: 'done', notBy: ['take', 'create'], guards: ['paid'] },
    lapse: { from: 'asked', to: 'lapsed', by: 'system' },
  },
  clocks: {
    answer: { runs: ['asked'], paused: { checking: 'assessment' }, statutory: { workingDays: 10 }, escape: 'lapse' },
  },
  waits: {
    asked: { owner: 'county', clock: 'answer', escape: 'take' },
    checking: { owner: 'institution', clock: null, escape: 'finish' },
  },
}

const { take, finish, lapse } = sound.transitions as Readonly<Record<string, object>>
const { asked, checking } = sound.waits as Record<string, NonNullable<Workflow['waits'][string]>>
const answer = sound.clocks?.answer as NonNullable<NonNullable<Workflow['clocks']>[string]>

const withSteps = (more: object): object => ({ ...sound, transitions: { take, finish, lapse, ...more } })
const withWaits = (more: object): object => ({ ...sound, waits: { asked, checking, ...more } })
const withClock = (more: object): object => ({ ...sound, clocks: { answer: { ...answer, ...more } } })

describe('a workflow', () => {
  it('is sound when every state is reached, waits for somebody and can end', () => {
    expect(inspectWorkflow(sound, states)).toEqual([])
  })

  it.each([
    ['a state nobody reaches', sound, [...states, 'lost'], '"lost" cannot be reached'],
    ['a dead end', withSteps({ finish: { from: 'asked', to: 'done' } }), states, '"checking" is a dead end'],
    ['a step to nowhere', withSteps({ go: { from: 'asked', to: 'x' } }), states, 'go: no state "x"'],
    ['an end that goes on', withSteps({ go: { from: 'done', to: 'asked' } }), states, '"done" is final but has steps'],
    [
      'two eyes of no step',
      withSteps({ take: { ...take, notBy: ['x'] } }),
      states,
      'take: notBy names "x", which is no step',
    ],
    [
      'two eyes of the system',
      withSteps({ lapse: { ...lapse, notBy: ['take'] } }),
      states,
      'lapse: a step of the system is not taken by a person',
    ],
    ['no owner', { ...sound, waits: { checking } }, states, '"asked" waits without an owner'],
    [
      'no word of a clock',
      withWaits({ asked: { owner: 'county', escape: 'take' } }),
      states,
      '"asked" says neither which clock runs nor that none does',
    ],
    ['an unknown clock', withWaits({ asked: { ...asked, clock: 'x' } }), states, '"asked": no clock "x"'],
    [
      'a clock that does not run there',
      { ...(withClock({ paused: {} }) as object), waits: { asked, checking: { ...checking, clock: 'answer' } } },
      states,
      '"checking": the clock "answer" does not run there',
    ],
    [
      'an escape from elsewhere',
      withWaits({ asked: { ...asked, escape: 'finish' } }),
      states,
      '"asked": its escape "finish" does not start there',
    ],
    ['a wait in no state', withWaits({ x: asked }), states, 'waits: no state "x"'],
    ['a wait at the end', withWaits({ done: asked }), states, 'waits: "done" is final, nothing waits there'],
    ['a clock in no state', withClock({ runs: ['asked', 'x'] }), states, 'the clock "answer": no state "x"'],
    ['a clock that never runs', withClock({ runs: [] }), states, 'the clock "answer" never runs'],
    [
      'a clock that never ends',
      withClock({ runs: ['asked', 'done'] }),
      states,
      'the clock "answer" never ends: "done" is final',
    ],
    [
      'a clock in two minds',
      withClock({ paused: { asked: 'notice' } }),
      states,
      'the clock "answer" runs and is paused in "asked"',
    ],
    [
      'a limit of nothing',
      withClock({ promised: { days: 0 } }),
      states,
      'the clock "answer" has a limit that is no period',
    ],
    ['a reminder on no day', withClock({ remind: -1 }), states, 'the clock "answer" reminds on no day: -1'],
    [
      'a person as escape',
      withClock({ escape: 'take' }),
      states,
      'the clock "answer": its escape "take" is no step of the system',
    ],
    [
      'a clock whose escape starts elsewhere',
      withClock({ runs: ['asked', 'checking'], paused: {} }),
      states,
      'the clock "answer": its escape "lapse" does not start in "checking"',
    ],
  ])('names %s', (_, workflow, all, finding) => expect(inspectWorkflow(workflow as Workflow, all)).toContain(finding))
})
