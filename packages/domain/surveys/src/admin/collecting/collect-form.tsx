import { announce, hasCode, Notice, showToast, useApi, useModuleText } from '@opendpf/admin'
import { pathOf } from '@opendpf/kit'
import { useState } from 'react'
import { type Collecting, lostModes, surveys } from '../../contract/index.js'
import { CollectFrame } from './collect-frame.js'
import { ConflictNotice } from './conflict-notice.js'
import { ContactFields } from './contact-fields.js'
import { QuestionGroups } from './question-groups.js'
import { collectedOf, type RecordDraft } from './record-draft.js'
import { leadToFirst, useQuestions } from './use-questions.js'
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
  const api = useApi()
  const { draft, base, isKept, canKeep, change, settle, rebase } = useRecordDraft(collecting, today)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [theirs, setTheirs] = useState<Collecting | undefined>(base === collecting.version ? undefined : collecting)
  const { asked, given, tryToFinish, ...questions } = useQuestions<RecordDraft>({ form, facts }, draft, change)
  const isLost = (lostModes as readonly string[]).includes(draft.contact)

  /** Sends what stands here; undefined when it did not arrive. */
  const send = async (): Promise<Collecting | undefined> => {
    const body = collectedOf({ ...draft, ...given }, base)
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
      const open = isLost ? [] : tryToFinish()
      if (open.length > 0) {
        announce(say('collect.open', { count: open.length }))
        return leadToFirst(open)
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
  return (
    <CollectFrame
      collecting={collecting}
      asked={asked}
      answers={given.answers}
      error={error}
      isBusy={isBusy}
      onSave={() => void save()}
      onFinish={() => void finish()}
    >
      <ContactFields draft={draft} hasSignature={collecting.hasSignature} onChange={change} />
      {!isLost && <QuestionGroups groups={form.groups} asked={asked} draft={draft} {...questions} />}
      {isKept && (
        <Notice kind="warning" title={say('collect.unsent')}>
          {say('collect.unsentText')}
        </Notice>
      )}
      {!canKeep && <Notice kind="error" title={say('collect.notKept')} isAlert />}
    </CollectFrame>
  )
}
