import { useState } from 'react'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import type { FieldFacts } from './field.js'
import { controlProps, Field } from './field.js'

/** A password box that can be made readable. */
export function PasswordField(
  props: FieldFacts & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly autoComplete: 'current-password' | 'new-password'
  },
) {
  const { value, onChange, autoComplete, label } = props
  const t = useText()
  const [isShown, setShown] = useState(false)
  return (
    <Field {...props}>
      <span className="input-row">
        <input
          {...controlProps(props)}
          className="input"
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="button button-secondary"
          aria-pressed={isShown}
          aria-label={t('common.labelled', { label: t('signIn.show'), value: label })}
          onClick={() => setShown(!isShown)}
        >
          <Icon name="eye" />
        </button>
      </span>
    </Field>
  )
}
