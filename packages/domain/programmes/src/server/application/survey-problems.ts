import { safeParse } from 'zod/v4/core'
import type { NamedProgramme } from '../../contract/index.js'

/** Questions of the home survey whose answers are missing or do not fit; those that the programme does not ask are among them. */
export function surveyProblems(
  { steps }: NamedProgramme,
  answers: Readonly<Record<string, unknown>>,
): readonly string[] {
  const questions = steps.survey?.questions ?? {}
  const strange = Object.keys(answers).filter((name) => !Object.hasOwn(questions, name))
  return [...unfitting(steps, answers, true), ...strange]
}

/** The same of a survey that is still being filled in: what is not answered yet is no problem. */
export function answerProblems(
  { steps }: NamedProgramme,
  answers: Readonly<Record<string, unknown>>,
): readonly string[] {
  const questions = steps.survey?.questions ?? {}
  return [
    ...unfitting(steps, answers, false),
    ...Object.keys(answers).filter((name) => !Object.hasOwn(questions, name)),
  ]
}

function unfitting(
  { survey }: NamedProgramme['steps'],
  answers: Readonly<Record<string, unknown>>,
  isWhole: boolean,
): readonly string[] {
  return Object.entries(survey?.questions ?? {}).flatMap(([name, { answer }]) =>
    (isWhole || Object.hasOwn(answers, name)) && !safeParse(answer, answers[name]).success ? [name] : [],
  )
}
