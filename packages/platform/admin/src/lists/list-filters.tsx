import type { ListQuery, PlacedRecord } from '@opendpf/kit'
import { fieldMeta, filterKind } from '@opendpf/kit'
import { useEffect, useId, useState } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { DivisionPicker } from '../divisions/division-picker.js'
import { TextField } from '../fields/text-field.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { FilterControl } from './filter-control.js'
import type { FilterDraft } from './filter-draft.js'
import { draftOf, filterFields, lookupFields, readDraft, startDraft } from './filter-draft.js'
import { LookupControl } from './lookup-control.js'

const mostInSight = 4

/** The conditions of a list. Nothing is asked before the button: a half-typed name is not a question. */
export function ListFilters(props: {
  readonly record: PlacedRecord
  readonly query: ListQuery
  readonly onAsk: (conditions: ReturnType<typeof readDraft>['conditions']) => void
}) {
  const { record, query, onAsk } = props
  const t = useText()
  const labels = useLabels(record)
  const id = useId()
  const [draft, setDraft] = useState(() => startDraft(record, query))
  const [problems, setProblems] = useState<Readonly<Record<string, true>>>({})
  useEffect(() => setDraft(startDraft(record, query)), [record, query])
  const change = (part: Partial<FilterDraft>) => setDraft({ ...draft, ...part })
  const fields = filterFields(record)
  const numbers = lookupFields(record)
  const hasTerritory = record.scope !== 'global'
  const most = mostInSight - (record.search?.length ? 1 : 0) - (numbers.length > 0 ? 1 : 0) - (hasTerritory ? 1 : 0)
  const inSight = fields.filter((field) => filterKind(fieldMeta(record, field)) === 'any').slice(0, Math.max(0, most))
  const behind = fields.filter((field) => !inSight.includes(field))
  const active = behind.filter((field) => field in query.filters).length
  const submit = (next: FilterDraft) => {
    const read = readDraft(record, next)
    setProblems(read.problems)
    const [wrong] = Object.keys(read.problems)
    if (wrong) document.getElementById(`${id}-${wrong}`)?.focus()
    else onAsk(read.conditions)
  }
  const control = (field: string) => (
    <FilterControl
      key={field}
      id={`${id}-${field}`}
      record={record}
      field={field}
      draft={draftOf(draft, field)}
      error={problems[field] ? t('list.rangeInvalid', { label: labels.field(field) }) : undefined}
      onChange={(filter) => change({ filters: { ...draft.filters, [field]: filter } })}
    />
  )
  return (
    <search className="filters card">
      <form
        aria-label={t('list.conditions')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit(draft)
        }}
      >
        <div className="filter-row">
          {record.search?.[0] !== undefined && (
            <TextField
              id={`${id}-search`}
              label={t('list.name', { label: labels.field(record.search[0]) })}
              inputMode="search"
              value={draft.search}
              onChange={(search) => change({ search })}
            />
          )}
          {numbers.length > 0 && (
            <LookupControl id={id} numbers={numbers} labelOf={labels.field} draft={draft} onChange={change} />
          )}
          {hasTerritory && (
            <DivisionPicker
              id={`${id}-within`}
              label={t('list.within')}
              isFilter
              value={draft.within}
              onChange={(within) => change({ within })}
            />
          )}
          {inSight.map(control)}
        </div>
        <div className="filter-foot">
          <div className="actions">
            <Button type="submit" look="primary">
              <Icon name="search" />
              {t('common.search')}
            </Button>
            <Button onPress={() => submit(startDraft(record, { filters: {} }))}>{t('list.clearAll')}</Button>
          </div>
          {behind.length > 0 && (
            <details className="more" open={active > 0 || undefined}>
              <summary>{active > 0 ? t('list.moreActive', { number: active }) : t('list.more')}</summary>
              <div className="filter-row">{behind.map(control)}</div>
            </details>
          )}
        </div>
      </form>
    </search>
  )
}
