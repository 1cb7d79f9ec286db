import { useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { useState } from 'react'
import { filtersSchema, filterText, planning, readFilterText } from '../../contract/index.js'

/** What is counted, in one line; it is read when one leaves it. */
export function FiltersInput({ id, value, onChange, describedBy, isInvalid }: WidgetInput) {
  const say = useModuleText(planning.id)
  const read = filtersSchema.safeParse(value)
  const [text, setText] = useState(() => (read.success ? filterText(read.data) : ''))
  const hint = `${id}-form`
  return (
    <>
      <p className="hint" id={hint}>
        {say('widget.filters')}
      </p>
      <input
        id={id}
        className="input"
        autoComplete="off"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy === undefined ? hint : `${describedBy} ${hint}`}
        aria-invalid={isInvalid || undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          onChange(event.target.value.trim() === '' ? null : readFilterText(event.target.value))
        }}
      />
    </>
  )
}
