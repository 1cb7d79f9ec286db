/** A store with one current sentence for the page's only live region. */
let sentence = ''
const listeners = new Set<() => void>()

/** Says a sentence once through the status region; saying the same one again repeats it. */
export function announce(text: string): void {
  // an unchanged text would not be spoken again, so a repeated one ends in a space that nobody sees
  sentence = text === sentence ? `${text}\u00A0` : text
  for (const listener of listeners) listener()
}

/** The sentence and a way to hear of the next one. */
export const announcement = {
  current: (): string => sentence,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
