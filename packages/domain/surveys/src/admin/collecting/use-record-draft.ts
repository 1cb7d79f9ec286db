import { useMe } from '@opendpf/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Collecting } from '../../contract/index.js'
import { dropDraft, keepDraft, readDraft } from './kept-drafts.js'
import { draftOf, type RecordDraft } from './record-draft.js'

const quietFor = 400

/**
 * The record as it stands on the page. What was typed is kept on this device a moment after each pause, until it is sent or thrown away, so
 * that a lost connection or an empty battery loses nothing; sealed, so that whoever finds the device reads nothing.
 */
export function useRecordDraft(collecting: Collecting, today: string) {
  const user = useMe().id
  const { id, version, number, draftKey } = collecting
  const [first] = useState(() => readDraft(globalThis.localStorage, user, draftKey, id))
  const [draft, setDraft] = useState<RecordDraft>(() => first?.draft ?? draftOf(collecting, today))
  const [base, setBase] = useState(first?.version ?? version)
  const [isKept, setKept] = useState(first !== undefined)
  const [canKeep, setCanKeep] = useState(true)
  const [isChanged, setChanged] = useState(false)
  const latest = useRef({ draft, base, isWanted: false })
  latest.current = { draft, base, isWanted: isChanged }
  // what is inside does not change while the page is open
  const key = useRef(draftKey)

  const keep = useCallback(() => {
    const { draft: now, base: on, isWanted } = latest.current
    if (!isWanted) return
    const worked = keepDraft(globalThis.localStorage, user, key.current, { id, version: on, number, draft: now })
    setCanKeep(worked)
    setKept(worked)
  }, [user, id, number])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change starts the pause anew
  useEffect(() => {
    const timer = setTimeout(keep, quietFor)
    return () => clearTimeout(timer)
  }, [draft, keep])
  useEffect(() => {
    globalThis.addEventListener('pagehide', keep)
    return () => {
      globalThis.removeEventListener('pagehide', keep)
      keep()
    }
  }, [keep])

  const change = useCallback((part: Partial<RecordDraft> | ((before: RecordDraft) => RecordDraft)) => {
    setChanged(true)
    setDraft((before) => (typeof part === 'function' ? part(before) : { ...before, ...part }))
  }, [])
  /** The server has it, in this version; nothing is left on the device. */
  const settle = useCallback(
    (arrived: Collecting) => {
      latest.current.isWanted = false
      dropDraft(globalThis.localStorage, user, id)
      setChanged(false)
      setKept(false)
      setBase(arrived.version)
      setDraft(draftOf(arrived, today))
    },
    [user, id, today],
  )
  /** Goes on with what stands on the page, on top of what somebody else wrote. */
  const rebase = useCallback((on: number) => {
    setBase(on)
    setChanged(true)
  }, [])
  return { draft, base, isKept, canKeep, isChanged: isChanged || first !== undefined, change, settle, rebase }
}
