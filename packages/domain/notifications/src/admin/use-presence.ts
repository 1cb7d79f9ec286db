import { useEffect, useState } from 'react'

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Whether somebody has done something at this page lately: what asks the server by itself must not keep the session of one who went away. */
export function usePresence(patience: number): boolean {
  const [isPresent, setPresent] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const seen = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setPresent(false), patience)
      setPresent(true)
    }
    seen()
    for (const sign of signs) globalThis.addEventListener(sign, seen, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) globalThis.removeEventListener(sign, seen)
    }
  }, [patience])
  return isPresent
}
