import { fc } from '@fast-check/vitest'
import { texts } from '@opendpf/messages'
import type { Answer, Answers, Condition, Facts, Form, Question } from '../contract/form/index.js'
import { boundsOf, choicesOf } from '../contract/form/index.js'

const same = (text: string) => texts(`题 ${text}`, `Question ${text}`)
const choices = ['1', '2', '3'].map((code) => ({ code, text: same(code) }))

/** Whoever is asked, as far as the register knows. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc.record({
  age: fc.option(fc.integer({ min: 0, max: 100 })),
  sex: fc.constantFrom('1', '2', null),
  category: fc.constantFrom('1', '3', '6', null),
  grade: fc.constantFrom('1', '2', '4', null),
  residence: fc.constantFrom('1', '2', null),
})

/** A condition over questions that stand before the one it is for, and over facts. */
function arbitraryCondition(earlier: readonly Question[]): fc.Arbitrary<Condition> {
  const facts: fc.Arbitrary<Condition>[] = [
    fc.record({ fact: fc.constant('age' as const), from: fc.integer({ min: 0, max: 80 }) }),
    fc.constantFrom<Condition>({ fact: 'category', is: ['1', '6'] }, { fact: 'sex', is: ['2'] }),
  ]
  const terms = [...facts, ...earlier.map(termAbout)]
  return fc.letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
    leaf: fc.oneof(...terms),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.array(tie('tree'), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
      tie('tree').map((not) => ({ not })),
    ),
  })).tree
}

function termAbout(question: Question): fc.Arbitrary<Condition> {
  const { code } = question
  const codes = choicesOf(question)?.map((choice) => choice.code)
  if (codes) return fc.subarray(codes, { minLength: 1 }).map((is) => ({ question: code, is }))
  if (question.kind !== 'number') return fc.constant({ answered: code })
  return fc.integer({ min: 0, max: 20 }).map((from) => ({ question: code, from }))
}

/** A form whose questions of all kinds depend on each other in any way that is allowed. Not each can be reached. */
export const arbitraryForm: fc.Arbitrary<Form> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('one', 'several', 'yes-no', 'number', 'date', 'text', 'photo', 'division' as const),
      optional: fc.boolean(),
      isFree: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .chain((seeds) => {
    const questions: readonly Question[] = seeds.map(({ kind, optional }, position) => ({
      code: `Q${position + 1}`,
      group: 'g',
      text: same(String(position + 1)),
      kind,
      optional,
      ...(kind === 'one' || kind === 'several' ? { choices } : {}),
      ...(kind === 'number' ? { min: 0, max: 20 } : {}),
    }))
    const conditions = fc.tuple(
      ...seeds.map(({ isFree }, position) =>
        isFree ? fc.constant(undefined) : arbitraryCondition(questions.slice(0, position)),
      ),
    )
    return conditions.map((found) => ({
      groups: [{ code: 'g', title: same('g') }],
      questions: questions.map((question, position) => {
        const showWhen = found[position]
        return showWhen === undefined ? question : { ...question, showWhen }
      }),
      checks: [],
    }))
  })

/** An answer that a question accepts. */
export function arbitraryAnswer(question: Question): fc.Arbitrary<Answer> {
  const codes = choicesOf(question)?.map(({ code }) => code)
  const { min, max } = boundsOf(question)
  switch (question.kind) {
    case 'one':
    case 'yes-no':
      return fc.constantFrom(...(codes ?? []))
    case 'several':
      return severalOf(question)
    case 'number':
      return fc.integer({ min, max })
    case 'date':
      return fc.constantFrom('2026-07-02', '2025-12-31')
    case 'division':
      return fc.constant('990121100201')
    case 'photo':
      return fc.constant(['01900000-0000-7000-8000-000000000001'])
    case 'text':
      return fc.constantFrom('说'.repeat(min), '明'.repeat(max))
  }
}

/** Answers to some questions of a form, whether they are asked or not. */
export function arbitraryAnswers(form: Form): fc.Arbitrary<Answers> {
  return fc
    .tuple(...form.questions.map((question) => fc.option(arbitraryAnswer(question), { nil: undefined })))
    .map((found) =>
      Object.fromEntries(
        form.questions.flatMap(({ code }, position) => {
          const answer = found[position]
          return answer === undefined ? [] : [[code, answer] as const]
        }),
      ),
    )
}

/** Some of the choices, or one that stands alone. */
function severalOf(question: Question): fc.Arbitrary<Answer> {
  const all = choicesOf(question) ?? []
  const together = all.filter(({ alone }) => !alone).map(({ code }) => code)
  const single = all.filter(({ alone }) => alone).map(({ code }) => [code])
  const { min, max } = boundsOf(question)
  const some = fc.subarray(together, { minLength: min, maxLength: Math.min(max, together.length) })
  return single.length > 0 ? fc.oneof(some, fc.constantFrom(...single)) : some
}
