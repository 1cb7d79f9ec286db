import { Button, SelectField, TextField, useModuleText } from '@opendpf/admin'
import type { WidgetInput } from '@opendpf/kit/admin'
import { type PaidValue, paidValues, payments, type ResultValue, resultValues } from '../../contract/index.js'

interface Column {
  readonly value: PaidValue | ResultValue | ''
  readonly heading: string
}

const empty: Column = { value: '', heading: '' }
const mostColumns = 30

/** The columns of a file to the bank, from left to right. */
export function PaidColumnsInput(props: WidgetInput) {
  return <ColumnsInput {...props} values={paidValues} />
}

/** The columns of a file from the bank, from left to right. */
export function ResultColumnsInput(props: WidgetInput) {
  return <ColumnsInput {...props} values={resultValues} />
}

function ColumnsInput(props: WidgetInput & { readonly values: readonly (PaidValue | ResultValue)[] }) {
  const { id, value, onChange, describedBy, isInvalid, values } = props
  const say = useModuleText(payments.id)
  const columns: readonly Column[] = Array.isArray(value) && value.length > 0 ? (value as readonly Column[]) : [empty]
  const set = (at: number, part: Partial<Column>) =>
    onChange(columns.map((column, index) => (index === at ? { ...column, ...part } : column)))
  const options = values.map((one) => ({ value: one, label: say(`column.${one}`) }))
  return (
    <fieldset className="group" aria-describedby={describedBy} aria-invalid={isInvalid || undefined}>
      {columns.map((column, index) => {
        const own = index === 0 ? id : `${id}-${index}`
        const ordinal = say('column.item', { count: index + 1 })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may say the same
          <fieldset className="input-row" key={index}>
            <legend className="vh">{ordinal}</legend>
            <SelectField
              id={own}
              label={say('column.value')}
              value={column.value}
              onChange={(chosen) => set(index, { value: chosen as Column['value'] })}
              options={options}
            />
            <TextField
              id={`${own}-heading`}
              label={say('column.heading')}
              value={column.heading}
              onChange={(heading) => set(index, { heading })}
              size={12}
            />
            {columns.length > 1 && (
              <Button
                look="plain"
                label={`${say('column.remove')}：${ordinal}`}
                onPress={() => onChange(columns.toSpliced(index, 1))}
              >
                {say('column.remove')}
              </Button>
            )}
          </fieldset>
        )
      })}
      {columns.length < mostColumns && (
        <Button look="plain" onPress={() => onChange([...columns, empty])}>
          {say('column.add')}
        </Button>
      )}
    </fieldset>
  )
}
