import { Button, numberText, TextField, useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { planning } from '../../contract/index.js'
import { readAmount } from './read-amount.js'
import { TargetInput } from './target-input.js'

type Line = { readonly year?: unknown; readonly target?: unknown }
const mostYears = 10

/** A line for each year with its target. */
export function YearlyInput({ id, value, onChange, describedBy, isInvalid }: WidgetInput) {
  const say = useModuleText(planning.id)
  const lines: readonly Line[] = Array.isArray(value) ? (value as readonly Line[]) : []
  const set = (at: number, part: Line) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const without = (at: number) => (lines.length > 1 ? lines.toSpliced(at, 1) : null)
  return (
    <fieldset className="group" aria-describedby={describedBy} aria-invalid={isInvalid || undefined}>
      <legend className="vh">{say('item.yearly')}</legend>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two lines may say the same while one types
        <fieldset className="input-row" key={index}>
          <legend className="vh">{say('widget.year', { count: index + 1 })}</legend>
          <TextField
            id={index === 0 ? id : `${id}-${index}`}
            label={say('file.column.year')}
            inputMode="numeric"
            size={6}
            value={numberText(line.year)}
            onChange={(text) => set(index, { year: readAmount(text) })}
          />
          <TargetInput
            id={`${id}-target-${index}`}
            value={line.target}
            isInvalid={isInvalid}
            onChange={(target) => set(index, { target })}
          />
          <Button
            look="plain"
            label={say('widget.removeYear', { count: index + 1 })}
            onPress={() => onChange(without(index))}
          >
            {say('widget.remove')}
          </Button>
        </fieldset>
      ))}
      {lines.length < mostYears && (
        <Button look="plain" onPress={() => onChange([...lines, {}])}>
          {say('widget.addYear')}
        </Button>
      )}
    </fieldset>
  )
}
