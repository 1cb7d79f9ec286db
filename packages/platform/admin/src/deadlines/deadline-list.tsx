import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { DataTable } from '../components/data-table.js'
import { RecordLink } from '../components/record-link.js'
import { useText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { DateText } from './date-text.js'
import { DaysLeft } from './days-left.js'
import { readDeadline } from './deadline-fields.js'
import { useDeadlineWords } from './use-deadline-words.js'

const deadlineRecord = { module: 'system', name: 'deadline' } as const

/** The periods of one row, with their last days and how they stand. */
export function DeadlineList({
  record,
  deadlines,
}: {
  readonly record: PlacedRecord
  readonly deadlines: readonly RecordAnswer[]
}) {
  const t = useText()
  const words = useDeadlineWords()
  const mayOpen = useCan()('system:deadline.read')
  return (
    <DataTable
      caption={t('deadline.table')}
      rows={deadlines}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'clock',
          label: t('deadline.clock'),
          cell: (row) => {
            const name = words.clock({ record: record.ref, clock: readDeadline(row).clock })
            return mayOpen && words.record('system.deadline') ? (
              <RecordLink record={deadlineRecord} id={row.id}>
                {name}
              </RecordLink>
            ) : (
              name
            )
          },
        },
        { id: 'standing', label: t('deadline.standing'), cell: (row) => <DaysLeft deadline={readDeadline(row)} /> },
        {
          id: 'started',
          label: t('deadline.startedOn'),
          cell: (row) => <DateText iso={readDeadline(row).startedOn} />,
        },
        { id: 'due', label: t('deadline.dueOn'), cell: (row) => <DateText iso={readDeadline(row).dueOn} /> },
        {
          id: 'promised',
          label: t('deadline.promisedOn'),
          cell: (row) => <DateText iso={readDeadline(row).promisedOn} />,
        },
        { id: 'note', label: t('deadline.note'), cell: (row) => readDeadline(row).pauseNote ?? '—' },
      ]}
    />
  )
}
