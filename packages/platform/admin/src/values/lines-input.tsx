import type { WidgetInput } from '@opendpf/kit/admin'
import { useState } from 'react'
import { useText } from '../i18n/use-text.js'

/** A list of texts, one to a line. */
export function LinesInput({ id, value, onChange, describedBy, isInvalid }: WidgetInput) {
  const t = useText()
  const [text, setText] = useState(() => (Array.isArray(value) ? value.join('\n') : ''))
  return (
    <>
      <p className="hint" id={`${id}-lines`}>
        {t('form.oneToALine')}
      </p>
      <textarea
        id={id}
        className="input"
        rows={4}
        spellCheck={false}
        aria-labelledby={`${id}-label`}
        aria-describedby={[describedBy, `${id}-lines`].filter(Boolean).join(' ')}
        aria-invalid={isInvalid || undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          const lines = target.value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
          onChange(lines.length > 0 ? lines : null)
        }}
      />
    </>
  )
}
