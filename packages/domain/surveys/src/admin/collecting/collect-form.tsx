import {
  announce,
  Button,
  hasCode,
  Notice,
  ProblemNotice,
  Section,
  showToast,
  useApi,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import type { Attachment } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useCallback, useMemo, useState } from 'react'
import {
  type Answer,
  type AnswerProblem,
  type Collecting,
  checkAnswers,
  lostModes,
  surveys,
  walkForm,
} from '../../contract/index.js'
import { ConflictNotice } from './conflict-notice.js'
import { ContactFields } from './contact-fields.js'
import { QuestionField } from './question-field.js'
import { collectedOf } from './record-draft.js'
import { useRecordDraft } from './use-record-draft.js'

const { interview } = surveys.records

/** The form of one record. Which questions stand here follows from the answers before, by the function that the server calls, too. */
export function CollectForm(props: {
  readonly collecting: Collecting
  readonly today: string
  /** The record as the server has it, asked for anew. */
  readonly onReload: () => Promise<Collecting>
  readonly onSaved: (arrived: Collecting) => void
  readonly onFinished: () => void
}) {
  const { collecting, today, onReload, onSaved, onFinished } = props
  const { id, form, facts } = collecting
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const api = useApi()
  const { draft, base, isKept, canKeep, change, settle, rebase } = useRecordDraft(collecting, today)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [theirs, setTheirs] = useState<Collecting | undefined>(base === collecting.version ? undefined : collecting)
  const { asked, answers } = useMemo(() => walkForm(form, draft.answers, facts), [form, draft.answers, facts])
  const isLost = (lostModes as readonly string[]).includes(draft.contact)
  const problems = useMemo(() => {
    const found = new Map<string, AnswerProblem>()
    for (const problem of checkAnswers(form, draft.answers, facts, { isFinal: isTried }))
      found.set(problem.question, problem)
    return found
  }, [form, draft.answers, facts, isTried])
  const words = ({ reason, params, text }: AnswerProblem) => text?.[locale] ?? say(`answer.problem.${reason}`, params)
  const errorOf = (code: string) => {
    const problem = isTried || touched.has(code) ? problems.get(code) : undefined
    return problem && words(problem)
  }

  const confirm = useCallback(
    (codes: readonly string[]) =>
      change((before) => ({ ...before, unconfirmed: before.unconfirmed.filter((code) => !codes.includes(code)) })),
    [change],
  )
  const answer = useCallback(
    (code: string, value: Answer | undefined) =>
      change((before) => {
        const { [code]: _, ...others } = before.answers
        const next =
          value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
            ? others
            : { ...others, [code]: value }
        return { ...before, answers: next, unconfirmed: before.unconfirmed.filter((one) => one !== code) }
      }),
    [change],
  )
  const takePhotos = useCallback(
    (code: string, files: readonly Attachment[]) => {
      change((before) => ({ ...before, photos: { ...before.photos, [code]: files } }))
      answer(
        code,
        files.map(({ id: file }) => file),
      )
    },
    [change, answer],
  )
  const leave = useCallback((code: string) => setTouched((before) => new Set([...before, code])), [])

  /** Sends what stands here; undefined when it did not arrive. */
  const send = async (): Promise<Collecting | undefined> => {
    const kept = Object.fromEntries(
      Object.entries(draft.photos).filter(([code]) => asked.some((one) => one.code === code)),
    )
    const body = collectedOf({ ...draft, answers, photos: kept }, base)
    try {
      const arrived = await api.post<Collecting>(`${pathOf(interview)}/${id}/collecting`, body)
      settle(arrived)
      onSaved(arrived)
      return arrived
    } catch (problem) {
      if (hasCode(problem, 'version-conflict')) setTheirs(await onReload())
      else setError(problem)
      return undefined
    }
  }
  const run = async (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const save = () =>
    run(async () => {
      if (await send()) showToast(say('collect.saved'))
    })
  const finish = () =>
    run(async () => {
      setTried(true)
      const open = isLost ? [] : checkAnswers(form, draft.answers, facts, { isFinal: true })
      const [first] = open
      if (first) {
        announce(say('collect.open', { count: open.length }))
        document.getElementById(`question-${first.question}`)?.focus()
        return
      }
      const arrived = await send()
      if (!arrived) return
      await api.post(`${pathOf(interview)}/${id}/do/finish`, {}, { version: arrived.version })
      showToast(say('collect.finished'))
      onFinished()
    })

  if (theirs)
    return (
      <ConflictNotice
        form={form}
        theirs={theirs.answers}
        mine={draft.answers}
        onMine={() => {
          rebase(theirs.version)
          setTheirs(undefined)
        }}
        onTheirs={() => {
          settle(theirs)
          setTheirs(undefined)
        }}
      />
    )
  const answered = asked.filter(({ code }) => Object.hasOwn(answers, code)).length
  const groups = form.groups.flatMap((group) => {
    const questions = asked.filter((question) => question.group === group.code)
    return questions.length > 0 ? [{ ...group, questions }] : []
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {collecting.returnReason !== null && collecting.state === 'returned' && (
        <Notice kind="warning" title={say('collect.returned')}>
          {collecting.returnReason}
        </Notice>
      )}
      <ContactFields draft={draft} hasSignature={collecting.hasSignature} onChange={change} />
      {!isLost &&
        groups.map(({ code, title, questions }) => {
          const open = questions.map((one) => one.code).filter((one) => draft.unconfirmed.includes(one))
          return (
            <Section
              key={code}
              title={title[locale]}
              actions={
                open.length > 1 && (
                  <Button label={say('collect.confirmGroupOf', { group: title[locale] })} onPress={() => confirm(open)}>
                    {say('collect.confirmGroup', { count: open.length })}
                  </Button>
                )
              }
            >
              {questions.map((question) => (
                <QuestionField
                  key={question.code}
                  question={question}
                  answer={draft.answers[question.code]}
                  files={draft.photos[question.code] ?? none}
                  error={errorOf(question.code)}
                  isUnconfirmed={draft.unconfirmed.includes(question.code)}
                  onAnswer={answer}
                  onPhotos={takePhotos}
                  onConfirm={confirm}
                  onLeave={leave}
                />
              ))}
            </Section>
          )
        })}
      {isKept && (
        <Notice kind="warning" title={say('collect.unsent')}>
          {say('collect.unsentText')}
        </Notice>
      )}
      {!canKeep && <Notice kind="error" title={say('collect.notKept')} isAlert />}
      {error !== undefined && <ProblemNotice error={error} />}
      <p className="hint">{say('collect.count', { answered, asked: asked.length })}</p>
      <div className="actions">
        <Button look="primary" isBusy={isBusy} onPress={() => void finish()}>
          {say('collect.finish')}
        </Button>
        <Button type="submit" isBusy={isBusy}>
          {say('collect.save')}
        </Button>
      </div>
    </form>
  )
}

const none: readonly Attachment[] = []
