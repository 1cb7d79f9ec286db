/** Holds back requests while the session has ended, until the person has signed in again. */
export interface SessionGate {
  /** Waits for a new sign-in; false when the person gave up. Several requests wait for the same one. */
  wait(): Promise<boolean>
  /** Answers those who wait. */
  open(isSignedIn: boolean): void
  isWaiting(): boolean
  subscribe(listener: () => void): () => void
}

/** Makes the gate between the server client and the sign-in dialog. */
export function createSessionGate(): SessionGate {
  const listeners = new Set<() => void>()
  let pending: { readonly promise: Promise<boolean>; readonly resolve: (isSignedIn: boolean) => void } | undefined
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    wait: () => {
      if (!pending) {
        pending = Promise.withResolvers<boolean>()
        tell()
      }
      return pending.promise
    },
    open: (isSignedIn) => {
      const waiting = pending
      pending = undefined
      waiting?.resolve(isSignedIn)
      tell()
    },
    isWaiting: () => pending !== undefined,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
