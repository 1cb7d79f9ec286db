import { fc, it } from '@fast-check/vitest'
import { texts } from '@opendpf/messages'
import { describe, expect } from 'vitest'
import { arbitraryAnswer, arbitraryAnswers, arbitraryFacts, arbitraryForm } from '../../testing/forms.js'
import type { Answer, Form, Question } from './index.js'
import {
  agreementOf,
  checkAnswers,
  compareAnswers,
  formSchema,
  inspectForm,
  prefill,
  unknownFacts,
  walkForm,
} from './index.js'
import { reachOf } from './reachable.js'

const text = texts('题目', 'Question')
const choices = [
  { code: '1', text },
  { code: '2', text },
  { code: '9', text, alone: true },
]
const ask = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  group: 'g',
  text,
  kind: 'yes-no',
  ...more,
})
const formOf = (questions: readonly Question[], more: Partial<Form> = {}): Form => ({
  groups: [{ code: 'g', title: text }],
  questions,
  checks: [],
  ...more,
})
const reasons = (form: Form) => inspectForm(form).map(({ at, reason }) => `${at} ${reason}`)
const withAnswers = arbitraryForm.chain((form) => fc.tuple(fc.constant(form), arbitraryAnswers(form), arbitraryFacts))

describe('a walk through a form', () => {
  it.prop([withAnswers])(
    'keeps no answer to a question that is not asked, and is the same the second time',
    ([form, given, facts]) => {
      const { asked, answers } = walkForm(form, given, facts)
      const codes = new Set(asked.map(({ code }) => code))
      for (const code of Object.keys(answers)) expect(codes).toContain(code)
      expect(walkForm(form, answers, facts)).toEqual({ asked, answers })
    },
  )

  it.prop([withAnswers, fc.infiniteStream(fc.nat())])(
    'ends, whatever is answered on the way',
    ([form, , facts], picks) => {
      let answers: Record<string, Answer> = {}
      for (let step = 0; ; step += 1) {
        expect(step).toBeLessThanOrEqual(form.questions.length)
        const walk = walkForm(form, answers, facts)
        const next = walk.asked.find(({ code }) => answers[code] === undefined)
        if (!next) break
        const seed = picks.next().value ?? 0
        const [answer] = fc.sample(arbitraryAnswer(next), { seed, numRuns: 1 })
        answers = { ...walk.answers, [next.code]: answer as Answer }
      }
      expect(checkAnswers(form, answers, facts, { isFinal: true })).toEqual([])
    },
  )

  it('asks by what is known of whoever is asked, and what is not known is never within bounds', () => {
    const form = formOf([
      ask('R29', {
        showWhen: {
          all: [
            { fact: 'age', from: 16, to: 59 },
            { fact: 'category', is: ['5', '6'] },
          ],
        },
      }),
    ])
    const asks = (facts: Partial<typeof unknownFacts>) => walkForm(form, {}, { ...unknownFacts, ...facts }).asked.length
    expect([16, 59, 15, 60].map((age) => asks({ age, category: '6' }))).toEqual([1, 1, 0, 0])
    expect(asks({ age: 40 })).toBe(0)
  })
})

describe('answers', () => {
  const form = formOf(
    [
      ask('A', { kind: 'several', choices, max: 2 }),
      ask('B', { kind: 'number', min: 1, max: 20 }),
      ask('C', { kind: 'date' }),
      ask('D', { kind: 'text', max: 3, optional: true }),
      ask('E', { kind: 'division', optional: true }),
      ask('F', { showWhen: { question: 'A', is: ['1'] } }),
    ],
    {
      checks: [
        {
          at: 'B',
          refuseWhen: {
            all: [
              { question: 'A', is: ['9'] },
              { question: 'B', from: 5 },
            ],
          },
          text,
        },
      ],
    },
  )
  const found = (answers: Readonly<Record<string, Answer>>, isFinal = true) =>
    checkAnswers(form, answers, unknownFacts, { isFinal }).map(({ question, reason }) => `${question} ${reason}`)
  const right = { A: ['2'], B: 4, C: '2026-07-02' }

  it.each([
    [{}, []],
    [{ A: ['9', '1'], F: 'yes' }, ['A alone']],
    [{ A: ['7'] }, ['A choice']],
    [{ A: ['2', '2'] }, ['A choice']],
    [{ A: '2' }, ['A kind']],
    [{ B: 0 }, ['B small']],
    [{ B: 21 }, ['B large']],
    [{ B: 1.5 }, ['B kind']],
    [{ C: '2026-02-30' }, ['C date']],
    [{ D: '四个字长' }, ['D long']],
    [{ E: '9901' }, ['E division']],
    [{ A: ['9'], B: 5 }, ['B disagrees']],
    [{ A: ['1'] }, ['F required']],
    [{ Z: 'yes' }, ['Z unknown']],
  ])('%j: %j', (changed, expected) => {
    expect(found({ ...right, ...changed })).toEqual(expected)
  })

  it('may be open or at odds in a draft, never of the wrong kind', () => {
    expect(found({ A: ['9'], B: 5 }, false)).toEqual([])
    expect(found({ B: 0 }, false)).toEqual(['B small'])
  })

  it('are the same whatever the order in which several were chosen, and words are no disagreement of two visits', () => {
    const [one, other] = [
      { A: ['1', '2'], B: 3, D: '甲' },
      { A: ['2', '1'], B: 4, D: '乙' },
    ]
    expect(compareAnswers(form, one, other).map(({ question }) => question)).toEqual(['B', 'D'])
    expect(agreementOf(form, one, other)).toEqual({ A: true, B: false })
  })

  it.prop([withAnswers])(
    'taken over from last year are accepted today, each to be confirmed',
    ([asked, earlier, facts]) => {
      const { answers, unconfirmed } = prefill(asked, { ...earlier, gone: 'x', Q1: '坏' }, facts)
      expect(checkAnswers(asked, answers, facts, { isFinal: false })).toEqual([])
      expect(walkForm(asked, answers, facts).answers).toEqual(answers)
      expect(unconfirmed).toEqual(Object.keys(answers))
    },
  )
})

describe('a form', () => {
  it.prop([arbitraryForm])(
    'that refers to earlier questions alone has at most questions nobody is ever asked',
    (form) => {
      expect(formSchema.parse(form)).toEqual(form)
      expect(inspectForm(form).filter(({ reason }) => reason !== 'unreachable' && reason !== 'entangled')).toEqual([])
    },
  )

  it.prop([withAnswers])('calls no question unreachable that somebody was asked', ([form, given, facts]) => {
    const reach = reachOf(form)
    for (const { code } of walkForm(form, given, facts).asked) expect(reach.get(code)).not.toBe('unreachable')
  })

  it.each([
    ['a question twice', [ask('A'), ask('A')], ['A twice']],
    ['a group that is not there', [ask('A', { group: 'x' })], ['A group']],
    ['nothing to choose from', [ask('A', { kind: 'one' })], ['A choices']],
    ['choices where nothing is chosen', [ask('A', { kind: 'number', choices })], ['A choices']],
    ['bounds the wrong way round', [ask('A', { kind: 'number', min: 3, max: 2 })], ['A bounds']],
    ['a spread of what is no number', [ask('A', { spread: { before: { by: 1 } } })], ['A spread']],
    ['a later question', [ask('A', { showWhen: { answered: 'B' } }), ask('B')], ['A later']],
    ['itself', [ask('A', { showWhen: { answered: 'A' } })], ['A cycle']],
    [
      'a circle',
      [ask('A', { showWhen: { answered: 'B' } }), ask('B', { showWhen: { not: { answered: 'A' } } })],
      ['A cycle'],
    ],
    ['a question that is not there', [ask('A', { showWhen: { answered: 'Z' } })], ['A unknown']],
    ['bounds of what is no number', [ask('A'), ask('B', { showWhen: { question: 'A', from: 1 } })], ['B compared']],
    [
      'a code of what has none',
      [ask('A', { kind: 'date' }), ask('B', { showWhen: { question: 'A', is: ['1'] } })],
      ['B compared'],
    ],
    ['a code that cannot be chosen', [ask('A'), ask('B', { showWhen: { question: 'A', is: ['maybe'] } })], ['B code']],
    [
      'what never holds',
      [
        ask('A'),
        ask('B', {
          showWhen: {
            all: [
              { question: 'A', is: ['yes'] },
              { question: 'A', is: ['no'] },
            ],
          },
        }),
      ],
      ['B unreachable'],
    ],
    [
      'an answer to a question that is not asked then',
      [
        ask('A'),
        ask('B', { showWhen: { question: 'A', is: ['yes'] } }),
        ask('C', { showWhen: { all: [{ answered: 'B' }, { question: 'A', is: ['no'] }] } }),
      ],
      ['C unreachable'],
    ],
    [
      'no age at all',
      [
        ask('A', {
          showWhen: {
            all: [
              { fact: 'age', from: 60 },
              { fact: 'age', to: 16 },
            ],
          },
        }),
      ],
      ['A unreachable'],
    ],
    [
      'an effect of no answer',
      [ask('A', { effects: [{ when: ['7'], status: 'employed', holds: true }] })],
      ['A effect'],
    ],
  ] as const)('with %s is refused', (_, questions, expected) => {
    expect(reasons(formOf(questions))).toEqual(expected)
  })

  it('finds a way through exclusive choices', () => {
    const several = ask('A', { kind: 'several', choices })
    const when = (condition: Question['showWhen']) => reasons(formOf([several, ask('B', { showWhen: condition })]))
    expect(
      when({
        all: [
          { question: 'A', is: ['1'] },
          { question: 'A', is: ['2'] },
        ],
      }),
    ).toEqual([])
    expect(
      when({
        all: [
          { question: 'A', is: ['1'] },
          { question: 'A', is: ['9'] },
        ],
      }),
    ).toEqual(['B unreachable'])
  })
})
