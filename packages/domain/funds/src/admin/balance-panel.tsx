import {
  DataTable,
  Facts,
  formatDate,
  formatYuan,
  Loading,
  ProblemNotice,
  useLabels,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useState } from 'react'
import { type FundBalance, funds } from '../contract/index.js'
import { DayField } from './day-field.js'
import { amounts } from './totals-of.js'
import { useBalances } from './use-balances.js'

const { receipt, expenditure } = funds.records

/** On the page of a fund: what came in, what went out and to whom, and what was left at the end of a day. */
export function BalancePanel({ id }: { readonly id: string }) {
  const say = useModuleText(funds.id)
  const locale = useLocale()
  const [day, setDay] = useState('')
  const { data, error, refetch } = useBalances({ day, fund: id })
  const [told] = data?.funds ?? []
  return (
    <>
      <DayField id="balance-day" onDay={setDay} />
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data && told ? (
        <>
          <p role="status">
            {say('balance.standing.one', { date: formatDate(data.date, locale) })} {say('balance.unit')}
          </p>
          <Facts items={amounts.map((name) => ({ label: say(`balance.${name}`), value: formatYuan(told[name]) }))} />
          <Parts told={told} />
        </>
      ) : (
        <Loading />
      )}
    </>
  )
}

/** What makes up the sums. */
function Parts({ told }: { readonly told: FundBalance }) {
  const say = useModuleText(funds.id)
  const [income, spending] = [useLabels(receipt), useLabels(expenditure)]
  const yuan = say('balance.amount')
  return (
    <>
      <PartTable
        title={say('balance.receivedByKind')}
        heads={[say('receipt.kind'), yuan]}
        rows={told.receivedByKind.map(({ kind, amount }) => [income.choice('kind', kind), formatYuan(amount)])}
      />
      <PartTable
        title={say('balance.spentByRecipient')}
        heads={[say('expenditure.recipientKind'), yuan]}
        rows={told.spentByRecipient.map(({ kind, amount }) => [
          spending.choice('recipientKind', kind),
          formatYuan(amount),
        ])}
      />
      <PartTable
        title={say('balance.spentByPlanItem')}
        heads={[say('budgetLine.planItem'), yuan]}
        rows={told.spentByPlanItem.map(({ planItem, amount }) => [
          planItem ?? say('balance.noPlanItem'),
          formatYuan(amount),
        ])}
      />
      <PartTable
        title={say('balance.goods')}
        heads={[say('goods.item'), say('goods.quantity')]}
        rows={told.goods.map(({ item, unit, quantity }) => [item, `${quantity} ${unit}`])}
      />
    </>
  )
}

/** Names with an amount each, under a heading; nothing where there is none. */
function PartTable(props: {
  readonly title: string
  readonly heads: readonly [name: string, amount: string]
  readonly rows: readonly (readonly [name: string, amount: string])[]
}) {
  const { title, heads, rows } = props
  if (rows.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={([name, amount]) => `${name} ${amount}`}
        columns={[
          { id: 'name', label: heads[0], isRowHeader: true, cell: ([name]) => name },
          { id: 'amount', label: heads[1], isNumeric: true, cell: ([, amount]) => amount },
        ]}
      />
    </>
  )
}
