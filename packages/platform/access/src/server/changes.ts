/** Whom a change concerns: users and keys by id, or everybody when a role changed. */
export type Concerned = 'everybody' | readonly string[]

type Listener = (concerned: Concerned) => void

const listeners = new Set<Listener>()

/**
 * Tells every authenticator of this process that what it remembers of some users is no longer true. Hooks call it inside their
 * transaction, so that listeners must look at the database anew for a while rather than once.
 */
export function announce(concerned: Concerned): void {
  if (concerned.length > 0) for (const listener of listeners) listener(concerned)
}

/** Listens until the returned function is called. */
export function listen(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
