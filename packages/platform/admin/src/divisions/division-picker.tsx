import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { ChoiceField } from '../fields/choice-field.js'
import type { FieldFacts } from '../fields/field.js'
import { describedBy, FieldHint, FieldMessages, LabelWords } from '../fields/field.js'
import { useText } from '../i18n/use-text.js'
import type { DivisionIndex, DivisionNode } from './division-index.js'
import { useDivisions } from './use-divisions.js'

export interface DivisionPickerProps extends FieldFacts {
  /** 12 digits, or nothing. */
  readonly value: string
  readonly onChange: (code: string) => void
  readonly onBlur?: () => void
  /** A condition may be left open on every level; a value that is stored is at least the topmost division. */
  readonly isFilter?: boolean
}

/** A division, level by level: one control for the county, then the town, then the village. A level with one answer is chosen already. */
export function DivisionPicker(props: DivisionPickerProps) {
  const { id, value, onChange, onBlur, isFilter, error, label } = props
  const t = useText()
  const { index, isPending, error: failure, retry } = useDivisions()
  if (isPending) return <Loading lines={1} />
  if (failure) return <ProblemNotice error={failure} onRetry={retry} />
  const [only] = index.roots.length === 1 ? index.roots : []
  const levels = levelsOf(index, value, isFilter === true)
  return (
    <fieldset className="field group division" aria-describedby={describedBy(props)}>
      <legend className="label">
        <LabelWords {...props} label={only ? t('common.labelled', { label, value: only.name }) : label} />
      </legend>
      <FieldHint {...props} />
      <div className="division-levels">
        {levels.map(({ level, options, chosen, above }, position) => (
          <ChoiceField
            key={`${level}:${above}`}
            id={position === 0 ? id : `${id}-${level}`}
            label={t(`form.division.${level}`)}
            error={position === 0 && error ? '' : undefined}
            value={chosen}
            options={options.map((one) => ({ value: one.code, label: one.name }))}
            onChange={(code) => onChange(code === '' ? above : code)}
            {...(onBlur ? { onBlur } : {})}
            emptyLabel={isFilter ? t('common.all') : t('common.choose')}
          />
        ))}
      </div>
      <FieldMessages {...props} />
    </fieldset>
  )
}

interface Level {
  readonly level: DivisionNode['level']
  readonly options: readonly DivisionNode[]
  readonly chosen: string
  /** What holds when this level is left empty. */
  readonly above: string
}

/**
 * The controls to show for a value: one per level of its path and one for what may follow. A topmost division without a sister is
 * chosen already and needs no control.
 */
export function levelsOf(index: DivisionIndex, value: string, isFilter: boolean): readonly Level[] {
  const [only, sister] = index.roots
  const isChosen = only !== undefined && sister === undefined && index.childrenOf(only.code).length > 0
  const path = index.pathOf(value)
  const levels: Level[] = []
  let options = isChosen ? index.childrenOf(only.code) : index.roots
  let above = isChosen && !isFilter ? only.code : ''
  for (let depth = isChosen ? 1 : 0; options.length > 0; depth += 1) {
    const chosen = path[depth]
    const [first] = options
    if (!first) break
    levels.push({ level: first.level, options, chosen: chosen?.code ?? '', above })
    if (!chosen) break
    above = chosen.code
    options = index.childrenOf(chosen.code)
  }
  return levels
}
