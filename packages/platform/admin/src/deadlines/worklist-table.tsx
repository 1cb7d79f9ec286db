import type { RecordAnswer } from '@opendpf/kit'
import { DataTable } from '../components/data-table.js'
import { RecordLink } from '../components/record-link.js'
import { useText } from '../i18n/use-text.js'
import { DateText } from './date-text.js'
import { DaysLeft } from './days-left.js'
import { readDeadline } from './deadline-fields.js'
import { useDeadlineWords } from './use-deadline-words.js'

/** Deadlines in a table: what waits, for whom, until when. Each leads to its row. */
export function WorklistTable({
  caption,
  rows,
  isStale,
}: {
  readonly caption: string
  readonly rows: readonly RecordAnswer[]
  readonly isStale?: boolean
}) {
  const t = useText()
  const words = useDeadlineWords()
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      isStale={isStale === true}
      columns={[
        {
          id: 'title',
          label: t('deadline.matter'),
          cell: (row) => {
            const deadline = readDeadline(row)
            const record = words.record(deadline.record)
            const title = words.title(deadline)
            return record ? (
              <span className="tabular">
                <RecordLink record={record} id={deadline.rowId}>
                  {title}
                </RecordLink>
              </span>
            ) : (
              title
            )
          },
        },
        { id: 'kind', label: t('deadline.kind'), cell: (row) => words.kind(readDeadline(row).record) },
        { id: 'clock', label: t('deadline.clock'), cell: (row) => words.clock(readDeadline(row)) },
        { id: 'standing', label: t('deadline.standing'), cell: (row) => <DaysLeft deadline={readDeadline(row)} /> },
        { id: 'due', label: t('deadline.dueOn'), cell: (row) => <DateText iso={readDeadline(row).dueOn} /> },
        {
          id: 'promised',
          label: t('deadline.promisedOn'),
          cell: (row) => <DateText iso={readDeadline(row).promisedOn} />,
        },
        { id: 'owner', label: t('deadline.owner'), cell: (row) => words.owner(readDeadline(row).owner) },
        { id: 'step', label: t('deadline.step'), cell: (row) => words.step(readDeadline(row)) },
        { id: 'division', label: t('shell.division'), cell: (row) => row.labels.division ?? '—' },
      ]}
    />
  )
}
