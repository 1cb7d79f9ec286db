import type { FieldMeta, PlacedRecord } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import { memo } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { AttachmentField } from '../attachments/attachment-field.js'
import { DivisionPicker } from '../divisions/division-picker.js'
import { ChoiceField } from '../fields/choice-field.js'
import { DateField } from '../fields/date-field.js'
import { RadioField } from '../fields/group-fields.js'
import { ReferenceField } from '../fields/reference-field.js'
import { MultilineField, TextField } from '../fields/text-field.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { useWidget } from '../values/data-widgets.js'
import { DataField } from './data-field.js'
import type { FormStore } from './form-store.js'
import { isRequired } from './raw-values.js'
import { useFormField } from './use-form.js'

const radiosUpTo = 3

export interface FormFieldProps {
  readonly store: FormStore
  readonly name: string
  /** What a reference that the form begins with is called. */
  readonly title?: string | undefined
  /** Needed here even if the record lets it be empty: a step of a workflow asks for it. */
  readonly isNeeded?: boolean
}

/** The id of a field's control, which links in the error summary lead to. */
export function fieldId(record: PlacedRecord, field: string): string {
  return `field-${record.name}-${field}`
}

/** The control of one field, chosen by its kind; `data` fields are drawn by the module's own widget. */
export const FormField = memo(function FormField(props: FormFieldProps) {
  const { store, name, title } = props
  const { record } = store
  const t = useText()
  const { registry } = useAdmin()
  const labels = useLabels(record)
  const widget = useWidget(record, name)
  const meta = fieldMeta(record, name)
  const { value, error, warning } = useFormField(store, name)
  const [first = name, second = name] = namedWith(meta)
  const named = { [first]: useFormField(store, first).value, [second]: useFormField(store, second).value }
  const isNeeded = props.isNeeded ?? isRequired(record, name)
  const formatHint = meta.format && meta.format !== 'division-code' ? t(`form.hint.${meta.format}`) : undefined
  const control = {
    id: fieldId(record, name),
    label: labels.field(name),
    hint: labels.hint(name) ?? formatHint,
    error,
    warning,
    isRequired: isNeeded,
    isOptionalShown: !isNeeded,
    value: typeof value === 'string' ? value : '',
    onChange: (next: unknown) => store.set(name, next),
    onBlur: () => store.leave(name),
  }
  if (meta.names) {
    const options = labels.options(name, named)
    return <ChoiceField {...control} options={options} {...(isNeeded ? {} : { emptyLabel: t('common.notFilled') })} />
  }
  switch (meta.kind) {
    case 'multiline':
      return <MultilineField {...control} />
    case 'choice':
    case 'codes': {
      const options = labels.options(name)
      return isNeeded && options.length <= radiosUpTo ? (
        <RadioField {...control} options={options} />
      ) : (
        <ChoiceField {...control} options={options} {...(isNeeded ? {} : { emptyLabel: t('common.notFilled') })} />
      )
    }
    case 'flag':
      return <RadioField {...control} options={yesNo(t, isNeeded)} />
    case 'date':
    case 'instant':
      return <DateField {...control} />
    case 'whole':
      return <TextField {...control} inputMode="numeric" size={12} />
    case 'money':
      return (
        <TextField
          {...control}
          hint={control.hint ?? t('form.money')}
          inputMode="decimal"
          size={16}
          unit={t('form.yuan')}
        />
      )
    case 'number':
      return (
        <TextField
          {...control}
          inputMode={meta.format === 'phone' || meta.format === 'bank-account' ? 'numeric' : 'text'}
          size={meta.format === 'phone' ? 16 : 28}
        />
      )
    case 'division':
      return <DivisionPicker {...control} />
    case 'reference': {
      const target = registry.records.get(meta.target ?? '')
      return target ? <ReferenceField {...control} target={target} title={title} /> : <TextField {...control} />
    }
    case 'attachments':
      return meta.attachments ? (
        <AttachmentField {...control} store={store} name={name} rules={meta.attachments} />
      ) : null
    case 'data':
      return <DataField {...control} raw={value} widget={widget} fields={named} />
    default:
      return <TextField {...control} />
  }
})

/** The fields that say whose clock, step or value is named, or what a structure may hold. */
function namedWith({ names, dependsOn }: FieldMeta): readonly string[] {
  if (dependsOn !== undefined) return [dependsOn]
  if (names?.part === 'variant') return [names.of, names.clock]
  return names?.part === 'clock' || names?.part === 'step' ? [names.of] : []
}

function yesNo(t: ReturnType<typeof useText>, isNeeded: boolean) {
  const answers = [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ]
  return isNeeded ? answers : [...answers, { value: '', label: t('common.notFilled') }]
}
