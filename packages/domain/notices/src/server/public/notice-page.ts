import type { Markup } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { html } from 'hono/html'
import { hrefTo, page } from './layout.js'
import { type ObjectionForm, objectionForm } from './objection-form.js'
import type { PublicLine, PublicNotice } from './read-notices.js'
import { wordsIn } from './words.js'

/** One notice: its period, how to object, who is posted, and the form. */
export function noticePage(options: {
  readonly notice: PublicNotice
  readonly lines: readonly PublicLine[]
  readonly form: ObjectionForm
  readonly locale: Locale
}): Markup {
  const { notice, lines, form, locale } = options
  const words = wordsIn(locale)
  return page({
    title: notice.title,
    locale,
    path: `/${notice.id}`,
    content: html`${form.summary}
<dl>
<dt>${words.period}</dt><dd>${words.periodText(notice.fromDay, notice.lastDay, notice.workingDays)}</dd>
<dt>${words.where}</dt><dd>${notice.village} ${notice.place}</dd>
</dl>
<h2>${words.lines}</h2>
${linesTable(lines, locale)}
<h2>${words.how}</h2>
<p>${words.howText}</p>
<dl>
<dt>${words.phone}</dt><dd>${notice.objectionPhone}</dd>
${notice.objectionAddress === null ? '' : html`<dt>${words.address}</dt><dd>${notice.objectionAddress}</dd>`}
</dl>
${objectionForm({ notice, lines, form, locale })}
<p class="screen"><a href="${hrefTo('', locale)}">${words.back}</a></p>`,
  })
}

function linesTable(lines: readonly PublicLine[], locale: Locale): Markup {
  const words = wordsIn(locale)
  const titles = lines[0]?.facts.map(({ title }) => title) ?? []
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.lines}">
<table>
<caption>${words.linesCaption}</caption>
<thead><tr><th scope="col">${words.name}</th><th scope="col">${words.village}</th>${titles.map(
    (title) => html`<th scope="col">${title}</th>`,
  )}<th scope="col">${words.until}</th><th scope="col">${words.state}</th></tr></thead>
<tbody>
${lines.map(
  ({ maskedName, village, facts, lastDay, isObjectedTo }) =>
    html`<tr><th scope="row">${maskedName}</th><td>${village}</td>${facts.map(
      ({ value }) => html`<td>${value}</td>`,
    )}<td>${isObjectedTo ? '—' : lastDay}</td><td>${isObjectedTo ? words.stateObjected : words.statePosted}</td></tr>`,
)}
</tbody>
</table>
</div>`
}
