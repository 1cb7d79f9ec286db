import type { PlacedRecord } from '@opendpf/kit'
import { parseDateText } from '@opendpf/standards'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Button } from '../components/button.js'
import { EmptyState } from '../components/empty-state.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { DateField } from '../fields/date-field.js'
import { useText } from '../i18n/use-text.js'
import { HistoryVersion } from './history-version.js'
import { useHistory } from './use-records.js'

/** The versions of a row, newest first, and a way to see it as it was on a day. */
export function HistoryTab({ record, id }: { readonly record: PlacedRecord; readonly id: string }) {
  const t = useText()
  const { data, error, refetch } = useHistory(record, id)
  return (
    <div className="history">
      <AsOfForm />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.entries.length === 0 && <EmptyState icon="history" title={t('record.historyEmpty')} />}
      <ol className="versions">
        {data?.entries.map((entry) => (
          <HistoryVersion key={entry.version} record={record} entry={entry} />
        ))}
      </ol>
    </div>
  )
}

function AsOfForm() {
  const t = useText()
  const id = useId()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <form
      className="filter-row as-of"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const date = parseDateText(text)
        setWrong(!date.ok)
        if (date.ok) void navigate({ to: '.', search: { asOf: date.value } as never })
      }}
    >
      <DateField
        id={id}
        label={t('record.asOf')}
        hint={t('record.asOfHint')}
        error={isWrong ? t('form.dateWrong') : undefined}
        value={text}
        onChange={setText}
      />
      <Button type="submit">{t('record.asOfShow')}</Button>
    </form>
  )
}
