import type { PlacedRecord } from '@opendpf/kit'
import { fieldMeta, filterKind } from '@opendpf/kit'
import { useAdmin } from '../app/admin-context.js'
import { DivisionPicker } from '../divisions/division-picker.js'
import { ChoiceField } from '../fields/choice-field.js'
import { DateField } from '../fields/date-field.js'
import { CheckboxGroup } from '../fields/group-fields.js'
import { ReferenceField } from '../fields/reference-field.js'
import { TextField } from '../fields/text-field.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import type { DraftFilter } from './filter-draft.js'

const mostInSight = 4

export interface FilterControlProps {
  readonly id: string
  readonly record: PlacedRecord
  readonly field: string
  readonly draft: DraftFilter
  readonly error: string | undefined
  readonly onChange: (draft: DraftFilter) => void
}

/** The control for one filter, chosen by the field's kind alone. */
export function FilterControl(props: FilterControlProps) {
  const { id, record, field, draft, error, onChange } = props
  const t = useText()
  const { registry } = useAdmin()
  const labels = useLabels(record)
  const meta = fieldMeta(record, field)
  const label = labels.field(field)
  const one = {
    id,
    label,
    error,
    value: draft.any[0] ?? '',
    onChange: (value: string) => onChange({ ...draft, any: value === '' ? [] : [value] }),
  }
  if (filterKind(meta) === 'range') return <RangeControl {...props} label={label} kind={meta.kind} />
  if (meta.kind === 'division') return <DivisionPicker {...one} isFilter />
  const target = meta.kind === 'reference' ? registry.records.get(meta.target ?? '') : undefined
  if (target) return <ReferenceField {...one} target={target} />
  const yesNo = [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ]
  const options = meta.kind === 'flag' ? yesNo : labels.options(field)
  if (options.length === 0) return <TextField {...one} />
  // states of the module's own are often asked for together; a code of a list hardly ever is
  const isGroup =
    meta.kind !== 'flag' && ((meta.kind === 'choice' && options.length <= mostInSight) || draft.any.length > 1)
  if (isGroup)
    return (
      <CheckboxGroup
        id={id}
        label={label}
        options={options}
        value={draft.any}
        onChange={(any) => onChange({ ...draft, any })}
      />
    )
  return <ChoiceField {...one} options={options} emptyLabel={t('common.all')} />
}

function RangeControl(props: FilterControlProps & { readonly label: string; readonly kind: string }) {
  const { id, draft, error, onChange, label, kind } = props
  const t = useText()
  const isDate = kind === 'date' || kind === 'instant'
  const end = (part: 'from' | 'to') => {
    const facts = {
      id: part === 'from' ? id : `${id}-to`,
      label: t(part === 'from' ? 'common.from' : 'common.to'),
      error: part === 'from' ? error : undefined,
      value: draft[part],
      onChange: (value: string) => onChange({ ...draft, [part]: value }),
    }
    return isDate ? (
      <DateField {...facts} hint="" label={`${label} ${facts.label}`} />
    ) : (
      <TextField
        {...facts}
        label={`${label} ${facts.label}`}
        inputMode="decimal"
        size={10}
        {...(kind === 'money' ? { unit: t('form.yuan') } : {})}
      />
    )
  }
  return (
    <fieldset className="range">
      <legend className="vh">{label}</legend>
      {end('from')}
      {end('to')}
    </fieldset>
  )
}
