import { parseDateText } from '@opendpf/standards'
import { lazy, Suspense, useId, useRef, useState } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useLocale, useText } from '../i18n/use-text.js'
import { formatDate } from '../values/format-date.js'
import type { FieldFacts } from './field.js'
import { controlProps, describedBy, Field } from './field.js'

const CalendarPopover = lazy(async () => ({ default: (await import('./calendar-popover.js')).CalendarPopover }))

export interface DateFieldProps extends FieldFacts {
  /** What was typed; an ISO date once it is understood. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
}

/** A date as one text box that takes what people write, and a calendar beside it. What was understood is written out on leaving. */
export function DateField(props: DateFieldProps) {
  const { label, value, onChange, onBlur, hint } = props
  const t = useText()
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const calendarId = useId()
  const read = parseDateText(value)
  const facts = { ...props, hint: hint ?? t('form.date') }
  return (
    <Field {...facts}>
      <span className="input-row">
        <input
          {...controlProps(facts)}
          aria-describedby={describedBy(facts)}
          className="input input-date"
          type="text"
          inputMode="text"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            if (read.ok && read.value !== value) onChange(read.value)
            onBlur?.()
          }}
        />
        <Button
          ref={opener}
          look="icon"
          label={t('common.labelled', { label: t('form.calendar'), value: label })}
          isExpanded={isOpen}
          controls={calendarId}
          onPress={() => setOpen(!isOpen)}
        >
          <Icon name="calendar" />
        </Button>
        {read.ok && <span className="understood">{formatDate(read.value, locale)}</span>}
      </span>
      <Suspense fallback={null}>
        {isOpen && (
          <CalendarPopover
            label={label}
            opener={opener}
            value={read.ok ? read.value : undefined}
            onClose={() => setOpen(false)}
            onPick={(date) => {
              onChange(date)
              setOpen(false)
            }}
          />
        )}
      </Suspense>
    </Field>
  )
}
