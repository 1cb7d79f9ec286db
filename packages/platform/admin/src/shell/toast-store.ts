import { announce } from './announce.js'

/** A short note at the edge of the page. One with an action stays until it is used or dismissed. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void | Promise<void> }
}

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()
const shownFor = 8000

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Takes a note away. */
export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

/** Shows a note and says it through the status region. */
export function showToast(text: string, action?: Toast['action']): void {
  last += 1
  const id = last
  change([...toasts.slice(-2), { id, text, ...(action ? { action } : {}) }])
  announce(text)
  if (!action) setTimeout(() => dismissToast(id), shownFor)
}

/** The notes on the page and a way to hear of changes. */
export const toastStore = {
  current: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
