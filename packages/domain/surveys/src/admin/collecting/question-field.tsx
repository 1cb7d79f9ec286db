import {
  Button,
  CheckboxGroup,
  DateField,
  DivisionPicker,
  MultilineField,
  RadioField,
  TextField,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import type { Attachment } from '@opendpf/kit'
import { memo, useCallback } from 'react'
import { type Answer, boundsOf, choicesOf, type Question, surveys } from '../../contract/index.js'
import { FileField } from './photo-question.js'

export interface QuestionFieldProps {
  readonly question: Question
  readonly answer: Answer | undefined
  /** Files, of a question that is answered with photos. */
  readonly files: readonly Attachment[]
  readonly error: string | undefined
  /** The answer is of last time, and nobody has confirmed it. */
  readonly isUnconfirmed: boolean
  readonly onAnswer: (code: string, answer: Answer | undefined) => void
  readonly onPhotos: (code: string, files: readonly Attachment[]) => void
  readonly onConfirm: (codes: readonly string[]) => void
  readonly onLeave: (code: string) => void
}

/** One question with the control of its kind; typing in one draws no other anew. */
export const QuestionField = memo(function QuestionField(props: QuestionFieldProps) {
  const { question, isUnconfirmed, onConfirm } = props
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  return (
    <div className="stack">
      <Control {...props} />
      {isUnconfirmed && (
        <div className="actions">
          <span className="field-warning">{say('collect.unconfirmed')}</span>
          <Button
            look="secondary"
            label={say('collect.confirmOf', { question: question.text[locale] })}
            onPress={() => onConfirm([question.code])}
          >
            {say('collect.confirm')}
          </Button>
        </div>
      )}
    </div>
  )
})

function Control({ question, answer, files, error, onAnswer, onPhotos, onLeave }: QuestionFieldProps) {
  const locale = useLocale()
  const { code, kind } = question
  const choices = choicesOf(question)?.map((choice) => ({ value: choice.code, label: choice.text[locale] }))
  const change = (value: Answer | undefined) => onAnswer(code, value)
  const takePhotos = useCallback((taken: readonly Attachment[]) => onPhotos(code, taken), [onPhotos, code])
  const facts = {
    id: `question-${code}`,
    label: question.text[locale],
    hint: question.hint?.[locale],
    error,
    isRequired: question.optional !== true,
    isOptionalShown: question.optional === true,
  }
  const text = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
  const typed = { value: text, onBlur: () => onLeave(code) }
  switch (kind) {
    case 'one':
    case 'yes-no':
      return <RadioField {...facts} value={text} options={choices ?? []} onChange={change} isStacked={kind === 'one'} />
    case 'several':
      return (
        <CheckboxGroup
          {...facts}
          value={Array.isArray(answer) ? answer : []}
          options={choices ?? []}
          onChange={(next) => change(exclusive(question, Array.isArray(answer) ? answer : [], next))}
        />
      )
    case 'number':
      return (
        <TextField
          {...facts}
          {...typed}
          inputMode="numeric"
          size={10}
          {...(question.unit === undefined ? {} : { unit: question.unit[locale] })}
          onChange={(next) => change(/^-?\d{1,15}$/.test(next.trim()) ? Number(next) : next)}
        />
      )
    case 'date':
      return <DateField {...facts} {...typed} onChange={change} />
    case 'division':
      return <DivisionPicker {...facts} value={text} onChange={change} />
    case 'photo':
      return <FileField {...facts} name="photos" max={boundsOf(question).max} files={files} onChange={takePhotos} />
    case 'text':
      return boundsOf(question).max > 60 ? (
        <MultilineField {...facts} {...typed} rows={3} onChange={change} />
      ) : (
        <TextField {...facts} {...typed} onChange={change} />
      )
  }
}

/** Ticking "none" takes the other ticks away, and ticking another takes "none" away. */
function exclusive(question: Question, before: readonly string[], next: readonly string[]): readonly string[] {
  const added = next.find((code) => !before.includes(code))
  if (added === undefined) return next
  const isAlone = (code: string) => choicesOf(question)?.find((choice) => choice.code === code)?.alone === true
  return isAlone(added) ? [added] : next.filter((code) => !isAlone(code))
}
