import type { Markup } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { html } from 'hono/html'
import { hrefTo, page } from './layout.js'
import { askForm } from './list-page.js'
import type { PublicOutcome } from './objections.js'
import { wordsIn } from './words.js'

/** How an objection stands; right after it was sent, thanks and the code to keep. It tells nothing of what it is about. */
export function outcomePage(options: {
  readonly outcome: PublicOutcome
  readonly isNew: boolean
  readonly locale: Locale
}): Markup {
  const { outcome, isNew, locale } = options
  const words = wordsIn(locale)
  const { state, receiptCode, receivedOn, decidedOn } = outcome
  const said = {
    open: words.outcomeOpen,
    upheld: words.outcomeUpheld,
    rejected: words.outcomeRejected,
    lapsed: words.outcomeLapsed,
  }[state]
  return page({
    title: isNew ? words.thanks : words.outcome,
    locale,
    path: `/objections/${receiptCode}${isNew ? '?new=1' : ''}`,
    content: html`${isNew ? html`<p>${words.thanksText}</p>` : ''}
<dl>
<dt>${words.code}</dt><dd class="code">${receiptCode}</dd>
<dt>${words.receivedOn}</dt><dd>${receivedOn}</dd>
${decidedOn === null ? '' : html`<dt>${words.decidedOn}</dt><dd>${decidedOn}</dd>`}
<dt>${words.state}</dt><dd>${said}</dd>
</dl>
<p class="screen"><a href="${hrefTo('', locale)}">${words.back}</a></p>`,
  })
}

/** The question for a code, with what is wrong with the one that was given. */
export function askPage(locale: Locale, problem?: string): Markup {
  return page({ title: wordsIn(locale).outcome, locale, content: askForm(locale, problem) })
}

/** A page that says in words why there is nothing to see, and leads back. */
export function wordPage(title: string, text: string, locale: Locale): Markup {
  return page({
    title,
    locale,
    content: html`<p>${text}</p>
<p><a href="${hrefTo('', locale)}">${wordsIn(locale).back}</a></p>`,
  })
}
