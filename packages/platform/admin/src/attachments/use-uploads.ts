import type { Attachment, AttachmentRules } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useEffect, useRef, useState } from 'react'
import { RequestFailure } from '../api/index.js'
import { useAdmin } from '../app/admin-context.js'
import { describeFailure } from '../components/problem-notice.js'
import type { FormStore } from '../forms/form-store.js'
import { useText } from '../i18n/use-text.js'
import { announce } from '../shell/announce.js'
import { isUploading, type Uploading } from './uploading.js'

/** A file on its way, or one that did not arrive. */
export interface Upload {
  readonly key: string
  readonly file: File
  /** From 0 to 1. */
  readonly part: number
  /** Why it was not taken; undefined while it is on its way. */
  readonly error?: string
}

/** What a form's field of files holds: files, and what stands for those on their way. */
export type FileItem = Attachment | Uploading

/** The items of a field, as they are now. */
export function itemsOf(store: FormStore, name: string): readonly FileItem[] {
  const { value } = store.field(name)
  return Array.isArray(value) ? (value as readonly FileItem[]) : []
}

/** Brings files for one field of a form, each by itself; what arrives takes its place in the field, what does not says why. */
export function useUploads(store: FormStore, name: string, rules: AttachmentRules) {
  const { api } = useAdmin()
  const t = useText()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<string, AbortController>())
  useEffect(() => {
    // a draft may hold what stood for a file on its way when the page was left
    const known = itemsOf(store, name).filter((item) => !isUploading(item))
    if (known.length < itemsOf(store, name).length) store.set(name, known)
    const { current } = stops
    return () => {
      for (const stop of current.values()) stop.abort()
    }
  }, [store, name])

  const change = (key: string, part: Partial<Upload>): void =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const drop = (key: string): void => {
    stops.current.get(key)?.abort()
    stops.current.delete(key)
    setUploads((before) => before.filter((one) => one.key !== key))
    if (itemsOf(store, name).some((item) => isUploading(item) && item.uploading === key))
      store.set(
        name,
        itemsOf(store, name).filter((item) => !(isUploading(item) && item.uploading === key)),
      )
  }
  const fail = (key: string, error: string): void => {
    change(key, { error })
    store.set(
      name,
      itemsOf(store, name).filter((item) => !(isUploading(item) && item.uploading === key)),
    )
    announce(error)
  }
  const send = async ({ key, file }: Upload): Promise<void> => {
    const stop = new AbortController()
    stops.current.set(key, stop)
    store.set(name, [...itemsOf(store, name), { uploading: key }])
    try {
      const arrived = await api.upload<Attachment>(`${pathOf(store.record)}/attachments/${name}`, file, {
        signal: stop.signal,
        onProgress: (part) => change(key, { part }),
      })
      store.set(
        name,
        itemsOf(store, name).map((item) => (isUploading(item) && item.uploading === key ? arrived : item)),
      )
      setUploads((before) => before.filter((one) => one.key !== key))
      announce(t('attachment.added', { name: arrived.name }))
    } catch (error) {
      if (stop.signal.aborted) return
      const [problem] = error instanceof RequestFailure ? error.problems : []
      fail(key, problem?.message ?? describeFailure(error, t).detail)
    } finally {
      stops.current.delete(key)
    }
  }
  /** Files that cannot be taken are told of at once, without being sent. */
  const start = (files: readonly File[]): void => {
    const room = rules.max - itemsOf(store, name).length
    const fresh = files.map((file, index): Upload => {
      const error =
        index >= room
          ? t('attachment.tooMany', { max: rules.max, name: file.name })
          : file.size > rules.maxBytes
            ? t('attachment.tooLarge', { limit: rules.maxBytes / 1024 / 1024, name: file.name })
            : undefined
      return { key: crypto.randomUUID(), file, part: 0, ...(error === undefined ? {} : { error }) }
    })
    setUploads((before) => [...before.filter(({ error }) => error === undefined), ...fresh])
    const refused = fresh.flatMap(({ error }) => error ?? [])
    const going = fresh.filter(({ error }) => error === undefined)
    if (going.length > 0) announce(t('attachment.started', { number: going.length }))
    else if (refused.length > 0) announce(refused.join(' '))
    for (const upload of going) void send(upload)
  }
  const again = (upload: Upload): void => {
    const { error: _, ...rest } = upload
    setUploads((before) => before.map((one) => (one.key === upload.key ? { ...rest, part: 0 } : one)))
    void send(upload)
  }
  return { uploads, start, again, drop }
}
