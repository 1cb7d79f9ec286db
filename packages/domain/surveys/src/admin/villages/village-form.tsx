import { announce, Button, DateField, Notice, ProblemNotice, Section, TextField, useModuleText } from '@opendpf/admin'
import { useCallback, useState } from 'react'
import { surveys, unknownFacts, type VillageCollecting } from '../../contract/index.js'
import { QuestionGroups } from '../collecting/question-groups.js'
import { attachedOf, photosOf } from '../collecting/record-draft.js'
import { leadToFirst, type QuestionDraft, useQuestions } from '../collecting/use-questions.js'

interface VillageDraft extends QuestionDraft {
  readonly respondent: string
  readonly visitedOn: string
}

/** What is sent of a village: all that stands on the page. */
export interface VillageSent {
  readonly answers: QuestionDraft['answers']
  readonly unconfirmed: readonly string[]
  readonly photos: readonly { readonly id: string }[] | null
  readonly respondent: string | null
  readonly visitedOn: string | null
}

/** The questions of a village, with who told it and when. */
export function VillageForm(props: {
  readonly collecting: VillageCollecting
  readonly today: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onSave: (sent: VillageSent) => void
  readonly onFinish: (sent: VillageSent) => void
}) {
  const { collecting, today, isBusy, error, onSave, onFinish } = props
  const { form } = collecting
  const say = useModuleText(surveys.id)
  const [draft, setDraft] = useState<VillageDraft>({
    answers: collecting.answers,
    unconfirmed: collecting.unconfirmed,
    photos: photosOf(collecting),
    respondent: collecting.respondent ?? '',
    visitedOn: collecting.visitedOn ?? today,
  })
  const change = useCallback((next: (before: VillageDraft) => VillageDraft) => setDraft(next), [])
  const about = { form, facts: unknownFacts }
  const { asked, given, tryToFinish, ...questions } = useQuestions<VillageDraft>(about, draft, change)
  const [isNameless, setNameless] = useState(false)
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  const sent = (): VillageSent => ({
    answers: given.answers,
    unconfirmed: draft.unconfirmed,
    photos: attachedOf(given.photos),
    respondent: text(draft.respondent),
    visitedOn: text(draft.visitedOn),
  })
  const finish = () => {
    const open = tryToFinish()
    setNameless(text(draft.respondent) === null)
    if (text(draft.respondent) === null) document.getElementById('village-respondent')?.focus()
    else if (open.length === 0) onFinish(sent())
    else {
      announce(say('collect.open', { count: open.length }))
      leadToFirst(open)
    }
  }
  const answered = asked.filter(({ code }) => Object.hasOwn(given.answers, code)).length
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(sent())
      }}
    >
      {collecting.returnReason !== null && collecting.state === 'returned' && (
        <Notice kind="warning" title={say('collect.returned')}>
          {collecting.returnReason}
        </Notice>
      )}
      <Section title={say('village.section.contact')}>
        <TextField
          id="village-respondent"
          label={say('village.respondent')}
          isRequired
          size={20}
          value={draft.respondent}
          error={isNameless ? say('villages.nameless') : undefined}
          onChange={(respondent) => setDraft((before) => ({ ...before, respondent }))}
        />
        <DateField
          id="village-day"
          label={say('village.visitedOn')}
          isRequired
          value={draft.visitedOn}
          onChange={(visitedOn) => setDraft((before) => ({ ...before, visitedOn }))}
        />
      </Section>
      <QuestionGroups groups={form.groups} asked={asked} draft={draft} {...questions} />
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <p className="hint">{say('collect.count', { answered, asked: asked.length })}</p>
      <div className="actions">
        <Button look="primary" isBusy={isBusy} onPress={finish}>
          {say('collect.finish')}
        </Button>
        <Button type="submit" isBusy={isBusy}>
          {say('collect.save')}
        </Button>
      </div>
    </form>
  )
}
