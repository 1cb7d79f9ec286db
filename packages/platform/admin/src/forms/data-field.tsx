import type { FieldWidget } from '@opendpf/kit/admin'
import { Suspense, useState } from 'react'
import { Loading } from '../components/loading.js'
import type { FieldFacts } from '../fields/field.js'
import { describedBy, Field } from '../fields/field.js'
import { MultilineField } from '../fields/text-field.js'
import { useText } from '../i18n/use-text.js'
import { lazyPart } from '../shell/lazy-part.js'

/** A structure: by the module's own widget, or as text for a module that has none. */
export function DataField(
  props: FieldFacts & {
    readonly raw: unknown
    readonly widget: FieldWidget | undefined
    /** What the structure depends on. */
    readonly fields: Readonly<Record<string, unknown>>
    readonly onChange: (value: unknown) => void
  },
) {
  const { id, raw, widget, fields, onChange, error } = props
  if (!widget?.input) return <JsonField {...props} />
  const Input = lazyPart(widget.input)
  const description = describedBy(props)
  return (
    <Field {...props} isGroup>
      <Suspense fallback={<Loading lines={1} />}>
        <Input
          id={id}
          value={raw}
          onChange={onChange}
          fields={fields}
          isInvalid={error !== undefined}
          {...(description ? { describedBy: description } : {})}
        />
      </Suspense>
    </Field>
  )
}

function JsonField(props: FieldFacts & { readonly raw: unknown; readonly onChange: (value: unknown) => void }) {
  const { raw, onChange, label, error } = props
  const t = useText()
  const [text, setText] = useState(() => (raw === null || raw === undefined ? '' : JSON.stringify(raw, null, 2)))
  const [isBroken, setBroken] = useState(false)
  return (
    <MultilineField
      {...props}
      label={t('form.json', { label })}
      error={isBroken ? t('form.jsonInvalid', { label }) : error}
      value={text}
      onChange={setText}
      onBlur={() => {
        try {
          onChange(text.trim() === '' ? null : JSON.parse(text))
          setBroken(false)
        } catch {
          // the text itself goes on, so that saving is refused too
          onChange(text)
          setBroken(true)
        }
      }}
    />
  )
}
