import { useSyncExternalStore } from 'react'
import { announcement } from './announce.js'

/** The page's only live region: polite, always in the document, never moved. */
export function StatusRegion() {
  const text = useSyncExternalStore(announcement.subscribe, announcement.current, announcement.current)
  return (
    <div role="status" aria-live="polite" className="vh" data-testid="live">
      {text}
    </div>
  )
}
