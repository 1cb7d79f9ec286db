import { MultilineField, Notice, useLocale, useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { useState } from 'react'
import { formSchema, inspectForm, surveys } from '../../contract/index.js'

/**
 * The questions of an edition as the text of their data, with what is wrong said while they are written, by the function that the server
 * calls. What is left empty is taken from the shipped questionnaire that is chosen.
 */
export function FormInput({ id, value, onChange, isInvalid }: WidgetInput) {
  const say = useModuleText(surveys.id)
  const locale = useLocale()
  const [text, setText] = useState(() =>
    value === null || value === undefined || value === '' ? '' : JSON.stringify(value, null, 2),
  )
  const found = problemsOf(text)
  return (
    <>
      <MultilineField
        id={id}
        label={say('form.text')}
        hint={say('form.hint')}
        rows={16}
        value={text}
        error={isInvalid && found.length === 0 ? say('form.wrong') : undefined}
        onChange={(next) => {
          setText(next)
          onChange(next.trim() === '' ? null : (parsed(next) ?? next))
        }}
      />
      {found.length > 0 && (
        <Notice kind="warning" title={say('form.wrong')}>
          <ul>
            {found.map((problem) => (
              <li key={problem.key}>{'text' in problem ? problem.text : say(problem.message, problem.params)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Questions text={text} locale={locale} />
    </>
  )
}

type Found = { readonly key: string } & (
  | { readonly text: string }
  | { readonly message: string; readonly params: Readonly<Record<string, string | number>> }
)

/** What is wrong with a text: it is no data, no form, or a form that does not hold together. */
function problemsOf(text: string): readonly Found[] {
  if (text.trim() === '') return []
  const data = parsed(text)
  if (data === undefined) return [{ key: 'json', message: 'form.noData', params: {} }]
  const read = formSchema.safeParse(data)
  if (!read.success)
    return read.error.issues
      .slice(0, 10)
      .map(({ path, message }, index) => ({ key: String(index), text: `${path.join('.')}: ${message}` }))
  return inspectForm(read.data).map(({ at, reason, params = {} }, index) => ({
    key: String(index),
    message: `form.problem.${reason}`,
    params: { at, ...params },
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The questions as they will be read, in their order. */
function Questions({ text, locale }: { readonly text: string; readonly locale: 'zh-CN' | 'en' }) {
  const say = useModuleText(surveys.id)
  const read = formSchema.safeParse(parsed(text))
  if (!read.success) return null
  return (
    <details>
      <summary>{say('form.preview', { count: read.data.questions.length })}</summary>
      <ol>
        {read.data.questions.map((question) => (
          <li key={question.code}>
            {question.code} {question.text[locale]}
          </li>
        ))}
      </ol>
    </details>
  )
}
