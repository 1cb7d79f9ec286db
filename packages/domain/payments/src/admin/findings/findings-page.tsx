import { DivisionPicker, Tabs, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { accountFindings, payments } from '../../contract/index.js'
import { FindingList } from './finding-list.js'

/** 账户核查: what to look into about accounts before the next payment, by what was found and by place. */
export function FindingsPage({ params }: { readonly params: URLSearchParams }) {
  const say = useModuleText(payments.id)
  const [within, setWithin] = useState('')
  const asked = accountFindings.find((finding) => finding === params.get('finding'))
  const [selected, setSelected] = useState<string>(asked ?? 'missing')
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
        tabs={accountFindings.map((finding) => ({
          id: finding,
          label: say(`findings.${finding}`),
          content: () => <FindingList key={`${finding} ${within}`} finding={finding} within={within} />,
        }))}
      />
    </>
  )
}
