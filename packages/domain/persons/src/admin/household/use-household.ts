import { refreshRecords, showToast, useApi, useList, useModuleText } from '@opendpf/admin'
import type { RecordAnswer } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { persons } from '../../contract/index.js'

const { member } = persons.records

/** A present member, as the operations name one. */
export interface PresentMember {
  /** Of the membership. */
  readonly id: string
  readonly name: string
  readonly relation: string
}

/** The present members of a household. */
export function usePresentMembers(household: string): {
  readonly members: readonly PresentMember[] | undefined
  readonly error: unknown
} {
  const { data, error } = useList(
    member,
    { filters: { household: { any: [household] }, until: { empty: true } }, limit: 100 },
    household !== '',
  )
  return { members: data?.rows.map(presentMember), error }
}

function presentMember({ id, labels, fields }: RecordAnswer): PresentMember {
  return { id, name: labels.person ?? '', relation: String(fields.relation) }
}

/** Does one of the household operations and shows the pages what came of it. */
export function useArrange(
  household: string,
  version: number,
): (verb: 'split' | 'merge' | 'move-member' | 'change-head', body: object) => Promise<string> {
  const api = useApi()
  const client = useQueryClient()
  const say = useModuleText(persons.id)
  return async (verb, body) => {
    const { id } = await api.post<{ readonly id: string }>(`/persons/households/${household}/${verb}`, body, {
      version,
    })
    await refreshRecords(client)
    showToast(say(verb === 'split' ? 'arrange.opened' : 'arrange.done'))
    return id
  }
}
