import { useState } from 'react'
import { Button } from '../components/button.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { FormField, fieldId } from './form-field.js'
import type { FormStore } from './form-store.js'

/** A value that is hidden here: it stays as it is unless somebody enters it anew. */
export function MaskedField({
  store,
  name,
  masked,
}: {
  readonly store: FormStore
  readonly name: string
  readonly masked: string
}) {
  const t = useText()
  const label = useLabels(store.record).field(name)
  const [isOpen, setOpen] = useState(() => store.field(name).value !== '')
  if (isOpen) {
    return (
      <div className="masked-open">
        <FormField store={store} name={name} />
        <Button
          look="plain"
          onPress={() => {
            store.set(name, '')
            setOpen(false)
          }}
        >
          {t('form.keepMasked')}
        </Button>
      </div>
    )
  }
  const id = fieldId(store.record, name)
  return (
    <fieldset className="field group">
      <legend className="label">{label}</legend>
      <p className="hint" id={`${id}-hint`}>
        {t('form.maskedHint', { value: masked })}
      </p>
      <Button id={id} describedBy={`${id}-hint`} onPress={() => setOpen(true)}>
        {t('form.changeMasked', { field: label })}
      </Button>
    </fieldset>
  )
}
