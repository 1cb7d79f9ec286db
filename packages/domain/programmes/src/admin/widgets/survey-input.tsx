import {
  DateField,
  MultilineField,
  RadioField,
  TextField,
  TypedNumberField,
  useAdmin,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { metaOf } from '@opendpf/kit'
import type { DependentInput } from '@opendpf/kit/admin'
import { programmesId, programmesOf, type Question } from '../../contract/index.js'

type Answers = Readonly<Record<string, unknown>>

/** The home survey of a programme as a form: one control for each question, by what its schema is. */
export function SurveyInput({ id, value, onChange, fields }: DependentInput) {
  const { registry } = useAdmin()
  const say = useModuleText(programmesId)
  const name = String(fields.programme ?? '')
  const programme = programmesOf(registry).get(name)
  if (!programme) return <p id={id}>{say('input.choose')}</p>
  const questions = Object.entries(programme.steps.survey?.questions ?? {})
  if (questions.length === 0) return <p id={id}>{say('input.noSurvey')}</p>
  const answers = (value ?? {}) as Answers
  return (
    <fieldset id={id} className="group" key={name}>
      <legend className="vh">{say('application.survey')}</legend>
      {questions.map(([question, asked]) => (
        <AnswerInput
          key={question}
          id={`${id}-${question}`}
          question={asked}
          value={answers[question]}
          onChange={(answer) => onChange({ ...answers, [question]: answer })}
        />
      ))}
    </fieldset>
  )
}

interface AnswerProps {
  readonly id: string
  readonly question: Question
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function AnswerInput({ id, question, value, onChange }: AnswerProps) {
  const say = useModuleText(programmesId)
  const locale = useLocale()
  const label = question.title[locale]
  const text = typeof value === 'string' ? value : ''
  const { kind } = metaOf(question.answer)
  switch (kind) {
    case 'flag':
      return (
        <RadioField
          id={id}
          label={label}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(chosen) => onChange(chosen === 'true')}
          options={[
            { value: 'true', label: say('input.yes') },
            { value: 'false', label: say('input.no') },
          ]}
        />
      )
    case 'choice':
      return (
        <RadioField
          id={id}
          label={label}
          value={text}
          onChange={onChange}
          options={Object.entries(question.choices ?? {}).map(([code, title]) => ({
            value: code,
            label: title[locale],
          }))}
        />
      )
    case 'date':
      return <DateField id={id} label={label} value={text} onChange={onChange} />
    case 'multiline':
      return <MultilineField id={id} label={label} value={text} onChange={(typed) => onChange(typed || null)} />
    case 'whole':
    case 'money':
      return <TypedNumberField id={id} label={label} value={value} isMoney={kind === 'money'} onChange={onChange} />
    default:
      return <TextField id={id} label={label} value={text} onChange={(typed) => onChange(typed || null)} />
  }
}
