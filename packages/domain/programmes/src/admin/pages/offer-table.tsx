import { DataTable, EmptyState, formatYuan, Section, useDivisions, useModuleText } from '@opendpf/admin'
import { type OfferStanding, programmesId } from '../../contract/index.js'
import { useProgrammeName } from './use-programme-name.js'

/** The programmes of this year with their quota and their money: what was given, what is kept and paid of it, and what is left. */
export function OfferTable({ offers }: { readonly offers: readonly OfferStanding[] }) {
  const say = useModuleText(programmesId)
  const nameOf = useProgrammeName()
  const { index } = useDivisions()
  const yuan = (pick: (budget: NonNullable<OfferStanding['budget']>) => number) => (row: OfferStanding) =>
    row.budget === null ? '—' : formatYuan(pick(row.budget))
  if (offers.length === 0) return <EmptyState title={say('offers.none')} />
  return (
    <Section title={say('offers.list')} isFlush>
      <DataTable
        caption={say('offers.list')}
        rows={offers}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'programme',
            label: say('gaps.programme'),
            isRowHeader: true,
            cell: ({ programme }) => nameOf(programme),
          },
          { id: 'region', label: say('offer.region'), cell: ({ region }) => index.nameOf(region) },
          {
            id: 'recipients',
            label: say('offers.recipients'),
            isNumeric: true,
            cell: ({ recipients }) => recipients,
          },
          { id: 'quota', label: say('offer.quota'), isNumeric: true, cell: ({ quota }) => quota ?? '—' },
          { id: 'amount', label: say('offers.amount'), isNumeric: true, cell: yuan(({ amount }) => amount) },
          { id: 'reserved', label: say('offers.reserved'), isNumeric: true, cell: yuan(({ reserved }) => reserved) },
          { id: 'spent', label: say('offers.spent'), isNumeric: true, cell: yuan(({ spent }) => spent) },
          {
            id: 'left',
            label: say('offers.left'),
            isNumeric: true,
            cell: yuan(({ amount, reserved, spent }) => amount - reserved - spent),
          },
        ]}
      />
      <p className="hint">{say('offers.shared')}</p>
    </Section>
  )
}
