import { addressIn, type Markup, publicDocument } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { html } from 'hono/html'
import type { VerifyAnswer } from '../../../verify/answer.js'
import { verifyWords } from '../../../verify/words.js'

const address = '/certificates/verify'
/** Built with the admin app; without it the form is answered by the server. */
const script = '/verify.js'

/** The page with its form, and the answer to what was sent. */
export function verifyPage(options: {
  readonly locale: Locale
  readonly answer?: VerifyAnswer
  readonly problem?: string
}): Markup {
  const { locale, answer, problem } = options
  const words = verifyWords(locale)
  return page(
    words.site,
    locale,
    html`<p>${words.lead}</p>
${answer ? answerPart(answer, words.result) : html`<section id="result" aria-label="${words.result}"></section>`}
<p><button id="scan" type="button" hidden>${words.scan}</button></p>
<video id="video" aria-label="${words.video}" muted playsinline hidden></video>
<form id="verify" method="post" action="${addressIn(address, locale)}">
<label for="credential">${words.field}</label>
<p class="hint" id="credential-hint">${words.hint}</p>
${problem ? html`<p class="error" id="credential-error">${problem}</p>` : ''}
<textarea id="credential" name="credential" rows="5" autocomplete="off" spellcheck="false" autocapitalize="none" required aria-describedby="credential-hint${problem ? ' credential-error' : ''}"${problem ? html` aria-invalid="true"` : ''}></textarea>
<p><button type="submit">${words.check}</button></p>
</form>
<p id="state" role="status"></p>
<p id="privacy" class="hint">${words.privacyPlain}</p>
<script type="module" src="${script}"></script>`,
  )
}

/** A page that says in words why there is nothing to verify. */
export function wordPage(title: string, text: string, locale: Locale): Markup {
  return page(
    title,
    locale,
    html`<p>${text}</p><p><a href="${addressIn(address, locale)}">${verifyWords(locale).site}</a></p>`,
  )
}

function answerPart(answer: VerifyAnswer, label: string): Markup {
  const { tone, sign, heading, text, facts } = answer
  return html`<section id="result" class="answer answer-${tone}" aria-label="${label}">
<h2 class="verdict" tabindex="-1"><span class="sign sign-${tone}" aria-hidden="true">${sign}</span><span>${heading}</span></h2>
<p>${text}</p>
${facts.length === 0 ? '' : html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`}
</section>`
}

function page(title: string, locale: Locale, content: Markup): Markup {
  return publicDocument({ title, locale, stylesheet: `${address}.css`, path: address, content })
}
