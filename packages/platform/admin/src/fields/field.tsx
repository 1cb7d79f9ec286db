import type { ReactNode } from 'react'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'

/** What every field has: a name, perhaps a hint, perhaps an error. */
export interface FieldFacts {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly warning?: string | undefined
  readonly isRequired?: boolean
  /** Says "(optional)" behind the label; default when not required within a form. */
  readonly isOptionalShown?: boolean
}

/** What a control points to for its description: its hint and its error, whichever exist. */
export function describedBy({ id, hint, error, warning }: FieldFacts): string | undefined {
  const parts = [error && `${id}-error`, warning && `${id}-warning`, hint && `${id}-hint`].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}

/** The attributes of a native control. `aria-required`, because native `required` calls a field invalid before anything was typed. */
export function controlProps(facts: FieldFacts) {
  return {
    id: facts.id,
    'aria-describedby': describedBy(facts),
    'aria-invalid': facts.error ? true : undefined,
    'aria-required': facts.isRequired || undefined,
  } as const
}

/** Label above, control, hint and error around it. */
export function Field(
  props: FieldFacts & { readonly children: ReactNode; readonly labelId?: string; readonly isGroup?: boolean },
) {
  const { id, label, children, isGroup, labelId } = props
  const words = <LabelWords {...props} />
  return (
    <div className="field" data-invalid={props.error ? true : undefined}>
      {isGroup ? (
        <span className="label" id={labelId ?? `${id}-label`}>
          {words}
        </span>
      ) : (
        <label className="label" htmlFor={id} id={labelId}>
          {label && words}
        </label>
      )}
      <FieldHint {...props} />
      {children}
      <FieldMessages {...props} />
    </div>
  )
}

/** The label's text with its mark for "required". */
export function LabelWords({ label, isRequired, isOptionalShown }: FieldFacts) {
  const t = useText()
  return (
    <>
      {label}
      {isRequired && <span className="required-mark" aria-hidden="true" />}
      {isOptionalShown && <span className="optional-mark">{t('common.optional')}</span>}
    </>
  )
}

/** The hint under a label. */
export function FieldHint({ id, hint }: FieldFacts) {
  if (!hint) return null
  return (
    <p className="hint" id={`${id}-hint`}>
      {hint}
    </p>
  )
}

/** The error or warning under a control. */
export function FieldMessages({ id, error, warning }: FieldFacts) {
  return (
    <>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="error" />
          {error}
        </p>
      )}
      {warning && (
        <p className="field-warning" id={`${id}-warning`}>
          <Icon name="warning" />
          {warning}
        </p>
      )}
    </>
  )
}
