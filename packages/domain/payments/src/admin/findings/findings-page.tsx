import { DivisionPicker, EmptyState, Tabs, useApi, useModuleText } from '@opendpf/admin'
import type { Total } from '@opendpf/kit'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountFinding, payments } from '../../contract/index.js'
import { FindingList } from './finding-list.js'
import { findingQuery, useShownFindings } from './use-findings.js'

/** 账户核查: what to look into about accounts before the next payment, by what was found and by place. */
export function FindingsPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(payments.id)
  const [within, setWithin] = useState('')
  const shown = useShownFindings()
  const asked = shown.find((finding) => finding === params.get('finding'))
  const [selected, setSelected] = useState<string>(asked ?? shown[0] ?? '')
  const labelOf = useFindingLabels(shown, within)
  if (shown.length === 0) return <EmptyState icon="lock" title={say('findings.notAllowed')} />
  return (
    <>
      <p className="page-lead">{say('findings.lead')}</p>
      <DivisionPicker
        id="findings-within"
        label={say('findings.within')}
        value={within}
        onChange={setWithin}
        isOptionalShown={false}
        isFilter
      />
      <Tabs
        label={say('page.findings')}
        selected={selected}
        onSelect={setSelected}
        tabs={shown.map((finding) => ({
          id: finding,
          label: labelOf(finding),
          content: () => <FindingList key={`${finding} ${within}`} finding={finding} within={within} />,
        }))}
      />
    </>
  )
}

/** What tabs are called: the finding, and how many there are of it once that is known; exact up to a bound, as lists say it. */
function useFindingLabels(shown: readonly AccountFinding[], within: string): (finding: AccountFinding) => string {
  const say = useModuleText(payments.id)
  const api = useApi()
  // the first pages, which the lists show
  const pages = useQueries({ queries: shown.map((finding) => findingQuery(api, finding, within)) })
  const totals = new Map<AccountFinding, Total | undefined>(
    shown.map((finding, at) => [finding, pages[at]?.data?.total]),
  )
  return (finding) => {
    const name = say(`findings.${finding}`)
    const total = totals.get(finding)
    if (!total) return name
    const count = total.value.toLocaleString('en-US')
    return say(total.isExact ? 'findings.tab' : 'findings.tabAbove', { finding: name, count })
  }
}
