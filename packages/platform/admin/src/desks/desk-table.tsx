import type { RecordAnswer } from '@opendpf/kit'
import type { PlacedDesk } from '@opendpf/kit/admin'
import { deskHref } from '@opendpf/kit/admin'
import { AppLink } from '../components/app-link.js'
import { DataTable } from '../components/data-table.js'
import { DaysLeft } from '../deadlines/days-left.js'
import { readDeadline } from '../deadlines/deadline-fields.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { FieldValue } from '../values/field-value.js'

/** What else of a row stands in the list of a desk, beside its name and its state. */
const mostColumns = 2

/** The rows that wait at a desk: who, since when, until when; each opens beside the list. */
export function DeskTable(props: {
  readonly desk: PlacedDesk
  readonly rows: readonly RecordAnswer[]
  readonly deadlines: ReadonlyMap<string, RecordAnswer>
  readonly openId: string | undefined
  readonly chosen: ReadonlySet<string>
  /** Undefined where nothing is done together. */
  readonly onChoose: ((ids: ReadonlySet<string>) => void) | undefined
  readonly isStale: boolean
}) {
  const { desk, rows, deadlines, openId, chosen, onChoose, isStale } = props
  const { placed } = desk
  const t = useText()
  const labels = useLabels(placed)
  const stateField = placed.workflow?.field ?? ''
  const more = placed.list.columns
    .filter((field) => field !== placed.title && (field !== stateField || desk.states.length > 1))
    .slice(0, mostColumns + 1)
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(chosen)
    if (isIn) next.add(id)
    else next.delete(id)
    onChoose?.(next)
  }
  return (
    <DataTable
      caption={t('desk.waiting')}
      rows={rows}
      keyOf={({ id }) => id}
      isStale={isStale}
      columns={[
        ...(onChoose
          ? [
              {
                id: 'choose',
                label: t('desk.choose'),
                head: (
                  <input
                    type="checkbox"
                    aria-label={t('desk.chooseAll')}
                    checked={rows.length > 0 && rows.every(({ id }) => chosen.has(id))}
                    onChange={(event) => onChoose(new Set(event.target.checked ? rows.map(({ id }) => id) : []))}
                  />
                ),
                cell: (row: RecordAnswer) => (
                  <input
                    type="checkbox"
                    aria-label={t('desk.chooseOne', { title: labels.title(row.title) })}
                    checked={chosen.has(row.id)}
                    onChange={(event) => toggle(row.id, event.target.checked)}
                  />
                ),
              },
            ]
          : []),
        {
          id: 'title',
          label: labels.field(placed.title),
          isRowHeader: true,
          cell: (row) => (
            <AppLink
              to={deskHref(desk)}
              search={{ row: row.id }}
              className="row-link"
              {...(row.id === openId ? { current: 'page' as const } : {})}
            >
              {labels.title(row.title)}
            </AppLink>
          ),
        },
        ...more.map((field) => ({
          id: field,
          label: labels.field(field),
          cell: (row: RecordAnswer) => <FieldValue record={placed} field={field} row={row} isPlain />,
        })),
        {
          id: 'left',
          label: t('deadline.standing'),
          cell: (row) => {
            const deadline = deadlines.get(row.id)
            return deadline ? <DaysLeft deadline={readDeadline(deadline)} /> : '—'
          },
        },
      ]}
    />
  )
}
