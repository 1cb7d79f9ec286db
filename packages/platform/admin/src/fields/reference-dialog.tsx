import type { ListQuery, PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { fieldMeta, fieldsOf } from '@opendpf/kit'
import { useEffect, useId, useState } from 'react'
import { Button } from '../components/button.js'
import { DataTable } from '../components/data-table.js'
import { Dialog } from '../components/dialog.js'
import { EmptyState } from '../components/empty-state.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { useList } from '../records/use-records.js'
import { announce } from '../shell/announce.js'
import { FieldValue } from '../values/field-value.js'
import { TextField } from './text-field.js'

/** Finds one record: words of its name or one of its numbers go in the body of the request, never into an address. */
export function ReferenceDialog(props: {
  readonly target: PlacedRecord
  readonly title: string
  readonly onPick: (row: RecordAnswer) => void
  readonly onClose: () => void
}) {
  const { target, title, onPick, onClose } = props
  const t = useText()
  const labels = useLabels(target)
  const id = useId()
  const numbers = fieldsOf(target).filter(({ meta }) => meta.storage === 'exact')
  const [words, setWords] = useState('')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [query, setQuery] = useState<ListQuery>({ filters: {}, limit: 10 })
  const isAsked = query.search !== undefined || query.lookup !== undefined || target.list.isQuiet !== true
  const list = useList(target, query, isAsked)
  const found = list.data?.rows.length
  useEffect(() => {
    if (found !== undefined)
      announce(found === 0 ? t('form.reference.nothing') : t('form.reference.found', { number: found }))
  }, [found, t])
  const ask = () => {
    const number = Object.entries(typed).find(([, value]) => value.trim() !== '')
    setQuery({
      filters: {},
      limit: 10,
      ...(number
        ? { lookup: { field: number[0], value: number[1].trim() } }
        : words.trim() === ''
          ? {}
          : { search: words.trim() }),
    })
  }
  const columns = target.list.columns.slice(0, 4)
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <search>
        <form
          className="filter-row"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            ask()
          }}
        >
          {target.search && target.search.length > 0 && (
            <TextField
              id={`${id}-words`}
              label={t('list.name', { label: labels.field(target.search[0] ?? target.title) })}
              value={words}
              onChange={setWords}
            />
          )}
          {numbers.map(({ name }) => (
            <TextField
              key={name}
              id={`${id}-${name}`}
              label={t('list.lookupValue', { label: labels.field(name) })}
              value={typed[name] ?? ''}
              onChange={(value) => setTyped({ ...typed, [name]: value })}
            />
          ))}
          {(target.search?.length || numbers.length > 0) && (
            <Button type="submit" look="primary">
              {t('common.search')}
            </Button>
          )}
        </form>
      </search>
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && list.data.rows.length === 0 && <EmptyState icon="search" title={t('form.reference.nothing')} />}
      {list.data && list.data.rows.length > 0 && (
        <DataTable
          caption={title}
          rows={list.data.rows}
          keyOf={(row) => row.id}
          isStale={list.isPlaceholderData}
          columns={[
            {
              id: 'pick',
              label: labels.record,
              cell: (row) => (
                <Button
                  look="plain"
                  label={t('form.reference.pick', { title: labels.title(row.title) })}
                  onPress={() => onPick(row)}
                >
                  {labels.title(row.title)}
                </Button>
              ),
            },
            ...columns
              .filter((name) => name !== target.title)
              .map((name) => ({
                id: name,
                label: labels.field(name),
                isNumeric: fieldMeta(target, name).kind === 'money',
                cell: (row: RecordAnswer) => <FieldValue record={target} field={name} row={row} isPlain />,
              })),
          ]}
        />
      )}
    </Dialog>
  )
}
