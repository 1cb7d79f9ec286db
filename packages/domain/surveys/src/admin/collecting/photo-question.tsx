import { AttachmentField, type FormStore, useForm } from '@opendpf/admin'
import { type Attachment, attachmentsIn, fieldMeta } from '@opendpf/kit'
import { useEffect } from 'react'
import { surveys } from '../../contract/index.js'

const { interview } = surveys.records

interface FileFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly name: 'photos' | 'consentSignature'
  readonly max: number
  readonly files: readonly Attachment[]
  readonly onChange: (files: readonly Attachment[]) => void
}

/** Files of a record that belong to one question, or the signature: taken with the camera of a telephone or chosen. */
export function FileField({ id, label, hint, error, isRequired, name, max, files, onChange }: FileFieldProps) {
  const store = useForm(interview, () => ({ [name]: files }))
  useArrivals(store, name, onChange)
  const rules = fieldMeta(interview, name).attachments
  if (!rules) return null
  return (
    <AttachmentField
      id={id}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error })}
      {...(isRequired === undefined ? {} : { isRequired })}
      store={store}
      name={name}
      rules={{ ...rules, max }}
    />
  )
}

/** Tells of files as they arrive or are taken out; one on its way is none yet. */
function useArrivals(store: FormStore, name: string, onChange: (files: readonly Attachment[]) => void): void {
  useEffect(() => {
    let known = JSON.stringify(attachmentsIn(store.field(name).value))
    return store.subscribe(() => {
      const files = attachmentsIn(store.field(name).value)
      const now = JSON.stringify(files)
      if (now === known) return
      known = now
      onChange(files)
    })
  }, [store, name, onChange])
}
