import { useLocale, useModuleText } from '@opendpf/admin'
import type { Attachment } from '@opendpf/kit'
import { useCallback, useMemo, useState } from 'react'
import {
  type Answer,
  type AnswerProblem,
  checkAnswers,
  type Facts,
  type Form,
  surveys,
  walkForm,
} from '../../contract/index.js'
import { type RecordDraft, withAnswer } from './record-draft.js'

/** The part of a page that questions are answered on. */
export type QuestionDraft = Pick<RecordDraft, 'answers' | 'unconfirmed' | 'photos'>

/**
 * Which questions are asked, by the function that the server calls, too; what is wrong with answers, said once a question was left or when
 * all is to be finished; and how an answer, photos and a confirmation change what stands on the page.
 */
export function useQuestions<D extends QuestionDraft>(
  { form, facts }: { readonly form: Form; readonly facts: Facts },
  draft: D,
  change: (next: (before: D) => D) => void,
) {
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [isTried, setTried] = useState(false)
  const { asked, answers } = useMemo(() => walkForm(form, draft.answers, facts), [form, draft.answers, facts])
  const problems = useMemo(() => {
    const found = new Map<string, AnswerProblem>()
    for (const problem of checkAnswers(form, draft.answers, facts, { isFinal: isTried }))
      found.set(problem.question, problem)
    return found
  }, [form, draft.answers, facts, isTried])
  const errorOf = (code: string): string | undefined => {
    const problem = isTried || touched.has(code) ? problems.get(code) : undefined
    return problem && (problem.text?.[locale] ?? say(`answer.problem.${problem.reason}`, problem.params))
  }
  const onConfirm = useCallback(
    (codes: readonly string[]) =>
      change((before) => ({ ...before, unconfirmed: before.unconfirmed.filter((code) => !codes.includes(code)) })),
    [change],
  )
  const onAnswer = useCallback(
    (code: string, value: Answer | undefined) =>
      change((before) => {
        const unconfirmed = before.unconfirmed.filter((one) => one !== code)
        return { ...before, answers: withAnswer(before.answers, code, value), unconfirmed }
      }),
    [change],
  )
  const onPhotos = useCallback(
    (code: string, files: readonly Attachment[]) => {
      change((before) => ({ ...before, photos: { ...before.photos, [code]: files } }))
      onAnswer(
        code,
        files.map(({ id }) => id),
      )
    },
    [change, onAnswer],
  )
  const onLeave = useCallback((code: string) => setTouched((before) => new Set([...before, code])), [])
  /** What keeps it from being finished; from then on everything that is open is said. */
  const tryToFinish = (): readonly AnswerProblem[] => {
    setTried(true)
    return checkAnswers(form, draft.answers, facts, { isFinal: true })
  }
  /** What is sent: answers of what is asked, with the photos of those alone. */
  const given = {
    answers,
    photos: Object.fromEntries(
      Object.entries(draft.photos).filter(([code]) => asked.some((one) => one.code === code)),
    ) as RecordDraft['photos'],
  }
  return { asked, given, errorOf, tryToFinish, onAnswer, onPhotos, onConfirm, onLeave }
}

/** Leads whoever wants to finish to the first question that is open. */
export function leadToFirst([first]: readonly AnswerProblem[]): void {
  document.getElementById(`question-${first?.question}`)?.focus()
}
