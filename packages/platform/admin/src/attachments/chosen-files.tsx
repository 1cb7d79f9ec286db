import type { Attachment } from '@opendpf/kit'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import type { FormStore } from '../forms/form-store.js'
import { useFormField } from '../forms/use-form.js'
import { useText } from '../i18n/use-text.js'
import { announce } from '../shell/announce.js'
import { useFileName } from './file-name.js'
import { formatBytes, formatType } from './format-bytes.js'
import { isUploading } from './uploading.js'
import { type FileItem, itemsOf } from './use-uploads.js'

/** The files that a form carries. One that is taken out leaves its place, with a way to put it back. */
export function ChosenFiles(props: { readonly store: FormStore; readonly name: string; readonly label: string }) {
  const { store, name, label } = props
  const t = useText()
  const nameOf = useFileName()
  // the form is redrawn with the field
  useFormField(store, name)
  const [removed, setRemoved] = useState<readonly { readonly file: Attachment; readonly at: number }[]>([])
  const next = useRef<string>(undefined)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (next.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-file="${next.current}"] button`)?.focus()
    next.current = undefined
  })
  const present = itemsOf(store, name).filter((item): item is Attachment => !isUploading(item))
  const entries = present.map((file) => ({ file, isRemoved: false }))
  for (const { file, at } of removed) entries.splice(at, 0, { file, isRemoved: true })
  if (entries.length === 0) return null

  const remove = (file: Attachment, at: number, called: string): void => {
    setRemoved((before) => [...before, { file, at }].sort((one, other) => one.at - other.at))
    store.set(
      name,
      itemsOf(store, name).filter((item) => isUploading(item) || item.id !== file.id),
    )
    next.current = file.id
    announce(t('attachment.removed', { name: called }))
  }
  const putBack = (file: Attachment, at: number, called: string): void => {
    const before = entries.slice(0, at).filter(({ isRemoved }) => !isRemoved).length
    const items: FileItem[] = [...itemsOf(store, name)]
    items.splice(before, 0, file)
    store.set(name, items)
    setRemoved((all) => all.filter((one) => one.file.id !== file.id))
    next.current = file.id
    announce(t('attachment.restored', { name: called }))
  }
  return (
    <ul className="files" ref={list} aria-label={t('attachment.filesOf', { label })}>
      {entries.map(({ file, isRemoved }, index) => {
        const called = nameOf(file, index)
        return (
          <li className="file" key={file.id} data-file={file.id} data-removed={isRemoved || undefined}>
            <span className="file-name">
              {isRemoved ? t('attachment.removed', { name: called }) : called}{' '}
              {!isRemoved && (
                <span className="hint">
                  {formatType(file.type)} · {formatBytes(file.bytes)}
                </span>
              )}
            </span>
            {isRemoved ? (
              <Button
                look="plain"
                label={t('attachment.putBack', { name: called })}
                onPress={() => putBack(file, index, called)}
              >
                {t('attachment.undo')}
              </Button>
            ) : (
              <Button
                look="plain"
                label={t('attachment.remove', { name: called })}
                onPress={() => remove(file, index, called)}
              >
                <Icon name="trash" />
                {t('attachment.removeShort')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
