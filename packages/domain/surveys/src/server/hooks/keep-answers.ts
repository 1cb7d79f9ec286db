import type { Draft } from '@opendpf/kit/server'
import { checkAnswers, type Facts, type Form, type surveys, walkForm } from '../../contract/index.js'

type Records = typeof surveys.records

/**
 * However answers arrive: they are those of questions that are asked and each is right, what is unconfirmed was answered, and the photos that
 * are named are attached.
 */
export function keepAnswers(
  { values, refuse }: Draft<Records['interview']> | Draft<Records['village']>,
  { form, facts }: { readonly form: Form; readonly facts: Facts },
): void {
  const { answers, asked } = walkForm(form, values.answers, facts)
  for (const { question } of checkAnswers(form, values.answers, facts, { isFinal: false }))
    refuse('answers', 'interview.problem.answers', { question })
  values.answers = { ...answers }
  values.unconfirmed = values.unconfirmed.filter((code) => Object.hasOwn(answers, code))
  const attached = new Set(values.photos?.map(({ id }) => id))
  const named = asked.filter(({ kind }) => kind === 'photo').flatMap(({ code }) => [answers[code] ?? []].flat())
  if (named.some((id) => !attached.has(String(id)))) refuse('photos', 'interview.problem.photo')
}
