import { useState } from 'react'
import { formatYuan, readYuan } from '../values/money.js'
import { TextField } from './text-field.js'

/** A count, or a sum of money in yuan whose value is in fen. What is no number stays as it was typed, so that saving is refused and says so. */
export function TypedNumberField(props: {
  readonly id: string
  readonly label: string
  readonly value: unknown
  readonly isMoney: boolean
  readonly unit?: string | undefined
  readonly onChange: (value: unknown) => void
}) {
  const { id, label, value, isMoney, unit, onChange } = props
  const [text, setText] = useState(() =>
    typeof value === 'number' ? (isMoney ? formatYuan(value) : String(value)) : '',
  )
  return (
    <TextField
      id={id}
      label={label}
      value={text}
      inputMode={isMoney ? 'decimal' : 'numeric'}
      size={16}
      {...(unit === undefined ? {} : { unit })}
      onChange={(typed) => {
        setText(typed)
        const read = isMoney ? readYuan(typed) : /^\d+$/.test(typed.trim()) ? Number(typed) : undefined
        onChange(read ?? (typed.trim() === '' ? null : typed))
      }}
    />
  )
}
