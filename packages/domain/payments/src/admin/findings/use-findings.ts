import { type Api, useCan } from '@opendpf/admin'
import type { ListAnswer } from '@opendpf/kit'
import { queryOptions } from '@tanstack/react-query'
import { type AccountFinding, accountFindings } from '../../contract/index.js'

/** A page of what was found of one kind in a place, with how many there are. The first page has no cursor. */
export function findingQuery(api: Api, finding: AccountFinding, within: string, cursor?: string) {
  return queryOptions({
    queryKey: ['list', 'payments.accountFindings', finding, within, cursor],
    queryFn: () =>
      api.post<ListAnswer>('/payments/account-findings', {
        finding,
        ...(within === '' ? {} : { within }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
  })
}

/** The findings whose rows somebody may see: they are persons or accounts of the register. */
export function useShownFindings(): readonly AccountFinding[] {
  const may = useCan()
  return accountFindings.filter((finding) =>
    may(finding === 'missing' ? 'persons:person.read' : 'persons:account.read'),
  )
}
