import { Facts, formatYuan, RecordTable, Section, useCan, useLabels, useList, useModuleText } from '@opendpf/admin'
import { payments } from '../../contract/index.js'
import { BringForm } from './bring-form.js'
import { LastFile } from './last-file.js'
import { Reissue } from './reissue.js'

const { batch, line, exchange } = payments.records
const mostShown = 100

/** What became of the lines of a batch: its sums, the file that is brought next, what was wrong with the last one, and what came back. */
export function Reconciliation(props: {
  readonly id: string
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
  /** Of its headings: below that of a page, or below that of a panel. */
  readonly level: 2 | 3
}) {
  const { id, version, fields, level } = props
  const say = useModuleText(payments.id)
  const labels = useLabels(batch)
  const may = useCan()
  const [amount, paid, returned] = [fields.amount, fields.paid, fields.returned].map(Number)
  const files = useList(exchange, {
    filters: { batch: { any: [id] }, direction: { any: ['in'] } },
    limit: 1,
  })
  const open = useList(line, { filters: { batch: { any: [id] }, state: { any: ['returned'] } }, limit: mostShown })
  const last = files.data?.rows[0]
  const back = open.data?.rows ?? []
  return (
    <>
      <Facts
        items={[
          { label: labels.field('amount'), value: formatYuan(amount ?? 0) },
          { label: labels.field('paid'), value: formatYuan(paid ?? 0) },
          { label: labels.field('returned'), value: formatYuan(returned ?? 0) },
          {
            label: say('reconciliation.pending'),
            value: formatYuan((amount ?? 0) - (paid ?? 0) - (returned ?? 0)),
          },
        ]}
      />
      {last && <LastFile id={last.id} />}
      {fields.state === 'sent' && may('payments:batch.takeResult') && (
        <BringForm batch={id} version={version} level={level} />
      )}
      {back.length > 0 && (
        <Section
          title={say('reconciliation.returned')}
          level={level}
          actions={may('payments:batch.reissue') && <Reissue batch={id} />}
        >
          <RecordTable
            record={line}
            rows={back}
            caption={say('reconciliation.returned')}
            without={['month', 'kind', 'problem', 'state', 'paidOn']}
          />
        </Section>
      )}
    </>
  )
}
