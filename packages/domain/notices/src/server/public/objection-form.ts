import type { Markup } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { html } from 'hono/html'
import { hrefTo } from './layout.js'
import { limits } from './objections.js'
import type { PublicLine, PublicNotice } from './read-notices.js'
import { wordsIn } from './words.js'

/** The fields of the form, by their names. */
export const formFields = ['line', 'text', 'objectorName', 'objectorContact'] as const
export type FormField = (typeof formFields)[number]

/** The form as it was sent, with what is wrong beside each field. */
export interface ObjectionForm {
  readonly values: Readonly<Partial<Record<FormField, string>>>
  readonly problems: Readonly<Partial<Record<FormField, string>>>
  /** What is wrong, at the head of the page, with ways to the fields. */
  readonly summary: Markup | ''
}

export const emptyForm: ObjectionForm = { values: {}, problems: {}, summary: '' }

/** A form that could not be taken. */
export function refusedForm(
  values: ObjectionForm['values'],
  problems: ObjectionForm['problems'],
  locale: Locale,
): ObjectionForm {
  const words = wordsIn(locale)
  const listed = formFields.flatMap((field) => {
    const problem = problems[field]
    return problem === undefined ? [] : [html`<li><a href="#${field}">${problem}</a></li>`]
  })
  return {
    values,
    problems,
    summary: html`<div class="problems" role="alert"><h2>${words.problems}</h2><ul>${listed}</ul></div>`,
  }
}

/** The form itself: plain HTML that needs no script. */
export function objectionForm(options: {
  readonly notice: PublicNotice
  readonly lines: readonly PublicLine[]
  readonly form: ObjectionForm
  readonly locale: Locale
}): Markup {
  const { notice, lines, form, locale } = options
  const words = wordsIn(locale)
  const { values } = form
  return html`<section class="screen">
<h2 id="object">${words.formTitle}</h2>
<form method="post" action="${hrefTo(`/${notice.id}/objections`, locale)}" novalidate>
<label for="line">${words.formAbout}</label>
${error('line', form)}
<select id="line" name="line"${described('line', form)}>
<option value="">${words.formWhole}</option>
${lines.map(
  ({ id, maskedName, village }) =>
    html`<option value="${id}"${values.line === id ? html` selected` : ''}>${maskedName}（${village}）</option>`,
)}
</select>
<label for="text">${words.formText}</label>
<p class="hint" id="text-hint">${words.formTextHint(limits.text)}</p>
${error('text', form)}
<textarea id="text" name="text" rows="8" required maxlength="${limits.text}"${described('text', form, true)}>${values.text ?? ''}</textarea>
${textInput('objectorName', words.formName, 'name', { form, hint: words.optional })}
${textInput('objectorContact', words.formContact, 'tel', { form, hint: words.optional })}
<button type="submit">${words.send}</button>
</form>
</section>`
}

function textInput(
  field: 'objectorName' | 'objectorContact',
  label: string,
  autocomplete: string,
  { form, hint }: { readonly form: ObjectionForm; readonly hint: string },
): Markup {
  return html`<label for="${field}">${label}</label>
<p class="hint" id="${field}-hint">${hint}</p>
${error(field, form)}
<input id="${field}" name="${field}" maxlength="${limits[field]}" autocomplete="${autocomplete}" value="${form.values[field] ?? ''}"${described(field, form, true)}>`
}

function error(field: FormField, { problems }: ObjectionForm): Markup | '' {
  const problem = problems[field]
  return problem === undefined ? '' : html`<p class="error" id="${field}-error">${problem}</p>`
}

function described(field: FormField, { problems }: ObjectionForm, hasHint = false): Markup | '' {
  const isWrong = problems[field] !== undefined
  const ids = [...(hasHint ? [`${field}-hint`] : []), ...(isWrong ? [`${field}-error`] : [])]
  if (ids.length === 0) return ''
  return html` aria-describedby="${ids.join(' ')}"${isWrong ? html` aria-invalid="true"` : ''}`
}
