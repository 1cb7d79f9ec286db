import { useEffect } from 'react'
import { dropDraft, keepDraft } from './draft.js'
import type { FormStore } from './form-store.js'

const quietFor = 400

/** Keeps what is being filled in, a moment after each pause in typing; an unchanged form leaves nothing behind. */
export function useDraftKeeping(store: FormStore, key: string): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      if (store.changed().length > 0) keepDraft(globalThis.sessionStorage, key, store.values())
      else dropDraft(globalThis.sessionStorage, key)
    }
    const stop = store.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(keep, quietFor)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, key])
}
