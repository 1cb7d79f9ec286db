import {
  Button,
  Facts,
  formatInstant,
  Loading,
  ProblemNotice,
  refreshRecords,
  useApi,
  useMe,
  useModuleText,
} from '@opendpf/admin'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { access } from '../contract/index.js'
import { ShownOnce } from './shown-once.js'

/** On a key's page: when it was used last, and for its holder the button that issues it. */
export function KeyPanel({ id, fields }: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }) {
  const api = useApi()
  const me = useMe()
  const client = useQueryClient()
  const say = useModuleText(access.id)
  const [key, setKey] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const path = `/access/api-keys/${id}`
  const { data, error } = useQuery({
    queryKey: ['access', 'key-usage', id],
    queryFn: () => api.get<{ readonly lastUsedAt: string | null }>(`${path}/usage`),
  })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading lines={2} />

  const issue = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      setKey((await api.post<{ readonly key: string }>(`${path}/issue`)).key)
      await refreshRecords(client)
    } catch (refusal) {
      setFailure(refusal)
    } finally {
      setBusy(false)
    }
  }
  const isHolder = fields.holder === me.id
  return (
    <>
      <Facts
        items={[
          {
            label: say('key.lastUsed'),
            value: data.lastUsedAt === null ? say('key.neverUsed') : formatInstant(data.lastUsedAt),
          },
        ]}
      />
      {failure !== undefined && <ProblemNotice error={failure} />}
      <p>{say(isHolder ? 'key.lead' : 'key.notHolder')}</p>
      {isHolder && fields.isRevoked !== true && (
        <Button
          isBusy={isBusy}
          onPress={() => {
            void issue()
          }}
        >
          {say(fields.issuedAt === null ? 'key.issue' : 'key.issueAgain')}
        </Button>
      )}
      {key !== undefined && (
        <ShownOnce title={say('key.new')} lead={say('key.newLead')} secret={key} onClose={() => setKey(undefined)} />
      )}
    </>
  )
}
