import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { pathOf } from '@opendpf/kit'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import type { FieldFacts } from './field.js'
import { describedBy, FieldHint, FieldMessages, LabelWords } from './field.js'

const ReferenceDialog = lazy(async () => ({ default: (await import('./reference-dialog.js')).ReferenceDialog }))

export interface ReferenceFieldProps extends FieldFacts {
  readonly target: PlacedRecord
  /** The id chosen, or nothing. */
  readonly value: string
  readonly onChange: (id: string) => void
  /** The title of a value that the page knows already. */
  readonly title?: string | undefined
  readonly onBlur?: () => void
}

/** Another record, found in a dialog by name, number or conditions; the box shows what it is called. */
export function ReferenceField(props: ReferenceFieldProps) {
  const { id, target, value, onChange, title, error, isRequired, onBlur } = props
  const t = useText()
  const { api } = useAdmin()
  const [isOpen, setOpen] = useState(false)
  const [picked, setPicked] = useState<RecordAnswer>()
  const labels = useLabels(target)
  const what = labels.record
  const known = picked?.id === value ? picked.title : title
  const fetched = useQuery({
    queryKey: ['record', target.ref, value, 'now'],
    queryFn: () => api.get<RecordAnswer>(`${pathOf(target)}/${encodeURIComponent(value)}`),
    enabled: value !== '' && known === undefined,
  })
  const called = known ?? fetched.data?.title
  const shown = called === undefined ? value : labels.title(called)
  return (
    <fieldset className="field group" data-invalid={error ? true : undefined}>
      <legend className="label">
        <LabelWords {...props} />
      </legend>
      <FieldHint {...props} />
      <div className="reference">
        <span className="reference-value" id={`${id}-value`} data-empty={value === '' || undefined}>
          {value === '' ? t('form.reference.none') : shown}
          {isRequired && value === '' && <span className="vh">{t('common.required')}</span>}
        </span>
        <Button
          id={id}
          describedBy={[`${id}-value`, describedBy(props)].filter(Boolean).join(' ')}
          onPress={() => setOpen(true)}
        >
          <Icon name="search" />
          {value === ''
            ? t('form.reference.search', { what: props.label })
            : t('form.reference.change', { what: props.label })}
        </Button>
        {value !== '' && !isRequired && (
          <Button look="icon" label={t('form.reference.clear', { what: props.label })} onPress={() => onChange('')}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      <FieldMessages {...props} />
      <Suspense fallback={null}>
        {isOpen && (
          <ReferenceDialog
            target={target}
            title={t('form.reference.title', { what })}
            onClose={() => {
              setOpen(false)
              onBlur?.()
            }}
            onPick={(row) => {
              setPicked(row)
              onChange(row.id)
              setOpen(false)
            }}
          />
        )}
      </Suspense>
    </fieldset>
  )
}
