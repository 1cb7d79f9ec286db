import type { PlacedRecord } from '@opendpf/kit'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useLabels } from '../i18n/labels.js'
import { useLocale, useText } from '../i18n/use-text.js'
import type { FieldState, FormStore, FormWords } from './form-store.js'
import { createFormStore } from './form-store.js'
import type { RawValues } from './raw-values.js'

/** The store of a form, kept as long as its page; a changed language changes the words of the next check. */
export function useForm(record: PlacedRecord, initial: () => RawValues): FormStore {
  const t = useText()
  const labels = useLabels(record)
  const locale = useLocale()
  const words = useRef<FormWords>(undefined as unknown as FormWords)
  words.current = {
    locale,
    labelOf: labels.field,
    moneyFormat: (label) => t('form.moneyFormat', { label }),
    uploading: (label) => t('attachment.stillUploading', { label }),
    choose: (label) => t('form.choose', { label }),
  }
  const [store] = useState(() => createFormStore(record, initial(), () => words.current))
  return store
}

/** One field of a form. */
export function useFormField(store: FormStore, name: string): FieldState {
  const read = () => store.field(name)
  return useSyncExternalStore(store.subscribe, read, read)
}
