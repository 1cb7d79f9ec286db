import { announce, DateField, Section, TextField, useModuleText } from '@opendpf/admin'
import { useCallback, useState } from 'react'
import { surveys, unknownFacts, type VillageCollecting } from '../../contract/index.js'
import { CollectFrame } from '../collecting/collect-frame.js'
import { ConflictNotice } from '../collecting/conflict-notice.js'
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
  /** What somebody else wrote meanwhile, to be held against what stands here. */
  readonly theirs: VillageCollecting | undefined
  readonly onSettled: (whose: 'mine' | 'theirs') => void
  readonly onSave: (sent: VillageSent) => void
  readonly onFinish: (sent: VillageSent) => void
}) {
  const { collecting, today, isBusy, error, theirs, onSettled, onSave, onFinish } = props
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
  if (theirs)
    return (
      <ConflictNotice
        form={form}
        theirs={theirs.answers}
        mine={draft.answers}
        onMine={() => onSettled('mine')}
        onTheirs={() => onSettled('theirs')}
      />
    )
  return (
    <CollectFrame
      collecting={collecting}
      asked={asked}
      answers={given.answers}
      error={error}
      isBusy={isBusy}
      onSave={() => onSave(sent())}
      onFinish={finish}
    >
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
    </CollectFrame>
  )
}
