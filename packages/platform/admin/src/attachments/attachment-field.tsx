import type { AttachmentRules } from '@opendpf/kit'
import { attachmentTypes } from '@opendpf/kit'
import { useRef } from 'react'
import { FileTrigger, Button as PressButton } from 'react-aria-components'
import { Icon } from '../components/icon.js'
import { useDrop } from '../components/use-drop.js'
import type { FieldFacts } from '../fields/field.js'
import { describedBy, FieldHint, FieldMessages, LabelWords } from '../fields/field.js'
import type { FormStore } from '../forms/form-store.js'
import { useLocale, useText } from '../i18n/use-text.js'
import { ChosenFiles } from './chosen-files.js'
import { formatBytes, formatType } from './format-bytes.js'
import { UploadItem } from './upload-item.js'
import { useUploads } from './use-uploads.js'

/**
 * Files of a form: chosen with a button, dropped on the field, or taken with a phone's camera. Each is sent at once, by itself, and the
 * form carries what has arrived; what did not arrive says why beside its name. What was taken out can be put back until the form is left.
 */
export function AttachmentField(
  props: FieldFacts & { readonly store: FormStore; readonly name: string; readonly rules: AttachmentRules },
) {
  const { id, label, store, name, rules, hint } = props
  const t = useText()
  const locale = useLocale()
  const field = useRef<HTMLFieldSetElement>(null)
  const { uploads, start, again, drop } = useUploads(store, name, rules)
  const accepted = rules.types.flatMap((type) => [type, ...attachmentTypes[type]])
  const pictures = rules.types.filter((type) => type.startsWith('image/'))
  const limits = t('attachment.limits', {
    types: rules.types.map(formatType).join(locale === 'zh-CN' ? '、' : ', '),
    limit: formatBytes(rules.maxBytes),
    max: rules.max,
  })
  const facts = { ...props, hint: hint === undefined ? limits : `${hint} ${limits}` }
  const description = describedBy(facts)
  const choose = (files: FileList | null): void => {
    if (files && files.length > 0) start([...files])
  }
  const dropping = useDrop(choose)
  return (
    <fieldset className="field group" ref={field} data-invalid={props.error ? true : undefined}>
      <legend className="label">
        <LabelWords {...props} />
      </legend>
      <FieldHint {...facts} />
      <ChosenFiles store={store} name={name} label={label} />
      {uploads.length > 0 && (
        <ul className="files" aria-label={t('attachment.onTheWay', { label })}>
          {uploads.map((upload) => (
            <UploadItem
              key={upload.key}
              upload={upload}
              onAgain={() => again(upload)}
              onDrop={() => {
                drop(upload.key)
                focusTrigger(field.current)
              }}
            />
          ))}
        </ul>
      )}
      <div className="drop drop-files" {...dropping}>
        <FileTrigger acceptedFileTypes={accepted} allowsMultiple={rules.max > 1} onSelect={choose}>
          <PressButton
            id={id}
            className="button button-secondary"
            aria-label={t('attachment.chooseFor', { label })}
            {...(description ? { 'aria-describedby': description } : {})}
          >
            <Icon name="upload" />
            {t('attachment.choose')}
          </PressButton>
        </FileTrigger>
        {pictures.length > 0 && (
          <FileTrigger acceptedFileTypes={pictures} defaultCamera="environment" onSelect={choose}>
            <PressButton
              className="button button-secondary only-touch"
              aria-label={t('attachment.photographFor', { label })}
            >
              <Icon name="camera" />
              {t('attachment.photograph')}
            </PressButton>
          </FileTrigger>
        )}
        <p className="hint only-mouse">{t('attachment.drop')}</p>
      </div>
      <FieldMessages {...props} />
    </fieldset>
  )
}

/** What was taken away must not take the focus with it. */
function focusTrigger(field: HTMLFieldSetElement | null): void {
  field?.querySelector<HTMLElement>('.drop-files button')?.focus()
}
