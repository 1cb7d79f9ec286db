import { fetchTrust, type Trust, verifyCredential } from '@opendpf/credentials'
import type { Locale } from '@opendpf/messages'
import { type Clock, systemClock } from '@opendpf/standards'
import { answerOf, momentIn, type VerifyAnswer } from './answer.js'
import { canScan, scanCode } from './camera.js'
import { verifyWords } from './words.js'

/** The parts of the page that the server wrote. */
interface Parts {
  readonly form: HTMLFormElement
  readonly field: HTMLTextAreaElement
  readonly result: HTMLElement
  readonly state: HTMLElement
  readonly privacy: HTMLElement
  readonly scan: HTMLButtonElement
  readonly video: HTMLVideoElement
}

/**
 * Lets the page verify by itself. Where the browser has no cryptography (a page that was not opened by https), the form is left as it is
 * and the server answers it.
 */
export async function startVerifyPage(document: Document, clock: Clock = systemClock): Promise<void> {
  const parts = partsOf(document)
  if (!parts || globalThis.crypto?.subtle === undefined) return
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
  const words = verifyWords(locale)
  const say = (text: string): void => {
    parts.state.textContent = text
  }
  parts.privacy.textContent = words.privacy
  say(words.waiting)
  let trust: Trust | undefined
  const fetching = fetchTrust('').then(
    (fetched) => {
      trust = fetched
      say(words.ready(fetched.statusList.length, fetched.oldest ? momentIn(fetched.oldest, locale) : '—'))
    },
    () => say(words.notReady),
  )
  const verify = async (token: string): Promise<void> => {
    await fetching
    if (!trust) return show(parts.result, { ...nothingKnown(words.unsure), text: words.notReady }, words.result)
    const verdict = await verifyCredential(token, { ...trust, now: clock.now() })
    show(parts.result, answerOf(verdict, locale), words.result)
  }
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (parts.field.value.trim() !== '') void verify(parts.field.value)
  })
  if (canScan()) offerCamera(parts, { words, say, verify })
}

function nothingKnown(heading: string): VerifyAnswer {
  return { tone: 'unsure', sign: '?', heading, text: '', facts: [] }
}

function offerCamera(
  { scan, video }: Parts,
  tools: {
    readonly words: ReturnType<typeof verifyWords>
    readonly say: (text: string) => void
    readonly verify: (token: string) => Promise<void>
  },
): void {
  const { words, say, verify } = tools
  let running: AbortController | undefined
  const isScanning = (isOn: boolean): void => {
    scan.textContent = isOn ? words.stop : words.scan
    video.hidden = !isOn
  }
  scan.hidden = false
  scan.addEventListener('click', async () => {
    if (running) return running.abort()
    running = new AbortController()
    isScanning(true)
    say(words.scanning)
    try {
      const token = await scanCode(video, running.signal)
      say('')
      if (token !== undefined) await verify(token)
    } catch {
      say(words.noCamera)
    } finally {
      running = undefined
      isScanning(false)
    }
  })
}

/** Writes an answer into the page, and leads whoever listens to it. */
function show(place: HTMLElement, answer: VerifyAnswer, label: string): void {
  const { ownerDocument } = place
  const make = (tag: string, className: string, text: string): HTMLElement => {
    const element = ownerDocument.createElement(tag)
    if (className) element.className = className
    element.textContent = text
    return element
  }
  const sign = make('span', `sign sign-${answer.tone}`, answer.sign)
  sign.setAttribute('aria-hidden', 'true')
  const heading = make('h2', 'verdict', '')
  heading.tabIndex = -1
  heading.append(sign, make('span', '', answer.heading))
  const list = make('dl', '', '')
  for (const [name, value] of answer.facts) list.append(make('dt', '', name), make('dd', '', value))
  place.setAttribute('aria-label', label)
  place.className = `answer answer-${answer.tone}`
  place.replaceChildren(heading, make('p', '', answer.text), ...(answer.facts.length > 0 ? [list] : []))
  heading.focus()
}

function partsOf(document: Document): Parts | undefined {
  const form = document.querySelector<HTMLFormElement>('#verify')
  const field = document.querySelector<HTMLTextAreaElement>('#credential')
  const result = document.querySelector<HTMLElement>('#result')
  const state = document.querySelector<HTMLElement>('#state')
  const privacy = document.querySelector<HTMLElement>('#privacy')
  const scan = document.querySelector<HTMLButtonElement>('#scan')
  const video = document.querySelector<HTMLVideoElement>('#video')
  return form && field && result && state && privacy && scan && video
    ? { form, field, result, state, privacy, scan, video }
    : undefined
}
