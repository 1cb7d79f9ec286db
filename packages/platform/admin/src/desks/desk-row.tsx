import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { useEffect, useRef, useState } from 'react'
import { Chip } from '../components/chip.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { RecordLink } from '../components/record-link.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { DetailActions } from '../records/detail-actions.js'
import { DetailPanels } from '../records/detail-panels.js'
import { DetailSections } from '../records/detail-sections.js'
import { useRecord } from '../records/use-records.js'
import { toneOf } from '../values/state-tone.js'
import { ProgressTab } from '../workflow/progress-tab.js'

/** One row at a desk with everything on one page: what may be done, its fields and files, its periods and what was done before. */
export function DeskRow({ record, id }: { readonly record: PlacedRecord; readonly id: string }) {
  const { data, error, refetch } = useRecord(record, id)
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  return data ? <LoadedRow key={id} record={record} row={data} /> : <Loading lines={8} />
}

function LoadedRow({ record, row }: { readonly record: PlacedRecord; readonly row: RecordAnswer }) {
  const t = useText()
  const labels = useLabels(record)
  const heading = useRef<HTMLHeadingElement>(null)
  const [revealed, setRevealed] = useState<Readonly<Record<string, unknown>>>({})
  const field = record.workflow?.field ?? ''
  const state = String(row.fields[field])
  // whoever chose a row in the list goes on reading here
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="desk-row" aria-labelledby="desk-row">
      <header className="page-head">
        <div className="page-title">
          <h2 id="desk-row" ref={heading} tabIndex={-1}>
            {labels.title(row.title)}
          </h2>
          {record.workflow && <Chip tone={toneOf(record.workflow, state)}>{labels.choice(field, state)}</Chip>}
        </div>
        <div className="actions page-actions">
          <DetailActions record={record} row={row} />
        </div>
      </header>
      <p className="meta">
        <RecordLink record={record} id={row.id}>
          {t('desk.open', { what: labels.record })}
        </RecordLink>
      </p>
      <ProgressTab record={record} id={row.id} isBrief />
      <DetailSections record={record} row={row} revealed={revealed} onReveal={setRevealed} />
      <DetailPanels record={record} row={row} />
    </section>
  )
}
