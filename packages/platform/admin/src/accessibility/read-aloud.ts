import type { Locale } from '@opendpf/messages'

/** The browser's speech, or nothing where it has none. */
export function speech(): SpeechSynthesis | undefined {
  return 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined
}

/** Reads a text aloud in a language, instead of what is being read. */
export function readAloud(text: string, locale: Locale): void {
  const voice = speech()
  if (!voice || text.trim() === '') return
  voice.cancel()
  const utterance = new SpeechSynthesisUtterance(text.slice(0, 4000))
  utterance.lang = locale
  voice.speak(utterance)
}

/** What is said for an element that takes the focus: its name, its value, its description. */
function wordsOf(element: Element): string {
  const byId = (attribute: string) =>
    (element.getAttribute(attribute) ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
  const field = element as Partial<HTMLInputElement>
  const label =
    element.getAttribute('aria-label') ?? (byId('aria-labelledby').trim() || field.labels?.[0]?.textContent || '')
  const isSecret = field.type === 'password'
  const isControl = element.matches('input, select, textarea')
  const value =
    element instanceof HTMLSelectElement
      ? (element.selectedOptions[0]?.textContent ?? '')
      : isSecret
        ? ''
        : (field.value ?? '')
  const own = isControl ? value : label ? '' : (element.textContent ?? '')
  return [label, own, byId('aria-describedby')]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('，')
}

/** Reads whatever takes the focus, until the returned function is called. */
export function followFocus(locale: Locale): () => void {
  const listen = (event: FocusEvent) => {
    if (event.target instanceof Element) readAloud(wordsOf(event.target), locale)
  }
  document.addEventListener('focusin', listen)
  return () => {
    document.removeEventListener('focusin', listen)
    speech()?.cancel()
  }
}
