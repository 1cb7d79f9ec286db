import { EmptyState, Loading, Pager, ProblemNotice, RecordTable, useApi, useModuleText } from '@opendpf/admin'
import { persons } from '@opendpf/persons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountFinding, payments } from '../../contract/index.js'
import { findingQuery } from './use-findings.js'

const { person, account } = persons.records

/** What was found of one kind, a page at a time; each row leads to the person or the account. */
export function FindingList({ finding, within }: { readonly finding: AccountFinding; readonly within: string }) {
  const say = useModuleText(payments.id)
  const api = useApi()
  // the cursors of the pages up to the one that is shown; the first page has none
  const [pages, setPages] = useState<readonly string[]>([])
  const cursor = pages.at(-1)
  const query = useQuery({ ...findingQuery(api, finding, within, cursor), placeholderData: keepPreviousData })
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { rows, next, total } = query.data
  if (rows.length === 0) return <EmptyState icon="check" title={say('findings.none')} />
  const record = finding === 'missing' ? person : account
  const title = say(`findings.${finding}`)
  const count = total.value.toLocaleString('en-US')
  return (
    <>
      <p>{say(`findings.hint.${finding}`)}</p>
      <p className="results-sentence">{say(total.isExact ? 'findings.count' : 'findings.countAbove', { count })}</p>
      <RecordTable record={record} rows={rows} caption={title} isStale={query.isPlaceholderData} />
      <Pager
        place="Bottom"
        page={pages.length + 1}
        isFirst={pages.length === 0}
        hasPrevious={pages.length > 0}
        next={next}
        onFirst={() => setPages([])}
        onPrevious={() => setPages(pages.slice(0, -1))}
        onNext={(after) => setPages([...pages, after])}
      />
    </>
  )
}
