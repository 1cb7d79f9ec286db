import type { OwnedServerState } from '@opendpf/database/owned'

/** Records what a server reports and lets a test wait for a state. */
export function recordStates(): {
  readonly seen: readonly OwnedServerState[]
  readonly errors: readonly unknown[]
  onStateChange(state: OwnedServerState, error?: unknown): void
  until(state: OwnedServerState): Promise<void>
} {
  const seen: OwnedServerState[] = []
  const errors: unknown[] = []
  const waiting: { readonly state: OwnedServerState; readonly resolve: () => void }[] = []
  return {
    seen,
    errors,
    onStateChange: (state, error) => {
      seen.push(state)
      if (error !== undefined) errors.push(error)
      for (const entry of waiting.filter((one) => one.state === state)) entry.resolve()
    },
    until: (state) =>
      new Promise((resolve) => {
        waiting.push({ state, resolve })
      }),
  }
}
