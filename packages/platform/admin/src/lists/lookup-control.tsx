import { SelectField } from '../fields/select-field.js'
import { TextField } from '../fields/text-field.js'
import { useText } from '../i18n/use-text.js'
import type { FilterDraft } from './filter-draft.js'

export interface LookupControlProps {
  readonly id: string
  readonly numbers: readonly string[]
  readonly labelOf: (field: string) => string
  readonly draft: FilterDraft
  readonly onChange: (part: Partial<FilterDraft>) => void
}

/** A whole number to look up; which one is chosen beside it where a record has several. */
export function LookupControl({ id, numbers, labelOf, draft, onChange }: LookupControlProps) {
  const t = useText()
  const [first = ''] = numbers
  const field = draft.lookupField || first
  const box = (
    <TextField
      id={`${id}-lookup`}
      label={t('list.lookupValue', { label: labelOf(field) })}
      value={draft.lookupValue}
      onChange={(lookupValue) => onChange({ lookupValue })}
    />
  )
  if (numbers.length === 1) return box
  return (
    <div className="lookup">
      <SelectField
        id={`${id}-lookup-field`}
        label={t('list.lookupField')}
        hasNoEmpty
        value={field}
        options={numbers.map((name) => ({ value: name, label: labelOf(name) }))}
        onChange={(lookupField) => onChange({ lookupField })}
      />
      {box}
    </div>
  )
}
