import {
  DataTable,
  EmptyState,
  formatDate,
  formatYuan,
  Loading,
  ProblemNotice,
  RecordLink,
  useDivisions,
  useLabels,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useState } from 'react'
import { type FundBalance, funds } from '../contract/index.js'
import { DayField } from './day-field.js'
import { type Amounts, amounts, totalsOf } from './totals-of.js'
import { useBalances } from './use-balances.js'

const { fund } = funds.records

/** All funds in sight with what they had at the end of a day, and their totals. */
export function BalancesPage() {
  const say = useModuleText(funds.id)
  const locale = useLocale()
  const [day, setDay] = useState('')
  const { data, error, refetch, isPlaceholderData } = useBalances({ day })
  return (
    <>
      <p className="page-lead">{say('balance.lead')}</p>
      <div className="filter-row">
        <DayField id="balances-day" onDay={setDay} />
      </div>
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.funds.length === 0 ? (
        <EmptyState title={say('balance.none')} />
      ) : (
        <>
          <p role="status" className="results-sentence">
            {say('balance.standing', { date: formatDate(data.date, locale), count: data.funds.length })}{' '}
            {say('balance.unit')}
          </p>
          <BalancesTable rows={data.funds} isStale={isPlaceholderData} />
        </>
      )}
    </>
  )
}

type Row = Amounts & { readonly of: FundBalance | 'total' }

function BalancesTable({ rows, isStale }: { readonly rows: readonly FundBalance[]; readonly isStale: boolean }) {
  const say = useModuleText(funds.id)
  const labels = useLabels(fund)
  const { index } = useDivisions()
  const ofFund = (tell: (of: FundBalance) => string) => (row: Row) => (row.of === 'total' ? '' : tell(row.of))
  return (
    <DataTable<Row>
      caption={say('page.balances')}
      isStale={isStale}
      rows={[...rows.map((of) => ({ ...of, of })), { ...totalsOf(rows), of: 'total' }]}
      keyOf={({ of }) => (of === 'total' ? of : of.id)}
      columns={[
        {
          id: 'fund',
          label: say('fund.title'),
          isRowHeader: true,
          cell: ({ of }) =>
            of === 'total' ? (
              say('balance.total')
            ) : (
              <RecordLink record={fund} id={of.id}>
                {of.title}
              </RecordLink>
            ),
        },
        { id: 'source', label: say('fund.source'), cell: ofFund(({ source }) => labels.choice('source', source)) },
        { id: 'year', label: say('fund.year'), cell: ofFund(({ year }) => String(year)) },
        { id: 'division', label: say('fund.division'), cell: ofFund(({ division }) => index.nameOf(division)) },
        ...amounts.map((name) => ({
          id: name,
          label: say(`balance.${name}`),
          isNumeric: true,
          cell: (row: Row) => formatYuan(row[name]),
        })),
      ]}
    />
  )
}
