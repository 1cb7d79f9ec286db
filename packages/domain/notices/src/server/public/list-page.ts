import type { Markup } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { html } from 'hono/html'
import { hrefTo, page } from './layout.js'
import type { PublicNotice } from './read-notices.js'
import { wordsIn } from './words.js'

/** The notices that are posted, by county and town. */
export function listPage(options: {
  readonly notices: readonly PublicNotice[]
  readonly next?: string
  readonly locale: Locale
}): Markup {
  const { notices, next, locale } = options
  const words = wordsIn(locale)
  const towns = [...Map.groupBy(notices, ({ county, town }) => (town === county ? county : `${county}${town}`))]
  return page({
    title: words.listTitle,
    locale,
    path: '',
    content: html`<p>${words.listLead}</p>
${notices.length === 0 ? html`<p>${words.none}</p>` : ''}
${towns.map(([town, own]) => townTable(town, own, locale))}
${next === undefined ? '' : html`<p class="screen"><a href="${hrefTo(`?after=${encodeURIComponent(next)}`, locale)}">${words.more}</a></p>`}
${askForm(locale)}`,
  })
}

function townTable(town: string, notices: readonly PublicNotice[], locale: Locale): Markup {
  const words = wordsIn(locale)
  return html`<section>
<h2>${town}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.caption(town)}">
<table>
<caption>${words.caption(town)}</caption>
<thead><tr><th scope="col">${words.columnTitle}</th><th scope="col">${words.columnPlace}</th><th scope="col">${words.columnLastDay}</th></tr></thead>
<tbody>
${notices.map(
  ({ id, title, village, place, lastDay }) =>
    html`<tr><th scope="row"><a href="${hrefTo(`/${id}`, locale)}">${title}</a></th><td>${village} ${place}</td><td>${lastDay}</td></tr>`,
)}
</tbody>
</table>
</div>
</section>`
}

/** Asks for the outcome of an objection by its code; `problem` is said beside the field. */
export function askForm(locale: Locale, problem?: string): Markup {
  const words = wordsIn(locale)
  return html`<section class="screen">
<h2>${words.ask}</h2>
<form method="get" action="${hrefTo('/objections', locale)}">
${locale === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}
<label for="code">${words.code}</label>
${problem === undefined ? '' : html`<p class="error" id="code-error">${problem}</p>`}
<input id="code" name="code" required maxlength="30" autocomplete="off" autocapitalize="characters" spellcheck="false"${problem === undefined ? '' : html` aria-invalid="true" aria-describedby="code-error"`}>
<button type="submit">${words.askSend}</button>
</form>
</section>`
}
