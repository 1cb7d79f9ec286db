import {
  Button,
  formatInstant,
  Loading,
  MultilineField,
  ProblemNotice,
  refreshRecords,
  useApi,
  useCan,
  useList,
  useModuleText,
} from '@opendpf/admin'
import { pathOf, permissionFor } from '@opendpf/kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { planning } from '../../contract/index.js'

const { comment } = planning.records
const shownAtMost = 100

/** Remarks on a plan, the latest first, and a box for another one. */
export function Comments({ plan }: { readonly plan: string }) {
  const say = useModuleText(planning.id)
  const api = useApi()
  const client = useQueryClient()
  const can = useCan()
  const [text, setText] = useState('')
  const { data, error } = useList(comment, { filters: { plan: { any: [plan] } }, limit: shownAtMost })
  const add = useMutation({
    mutationFn: () => api.post(pathOf(comment), { plan, text }),
    onSuccess: async () => {
      setText('')
      await refreshRecords(client)
    },
  })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Loading />
  return (
    <>
      {can(permissionFor(comment, 'create')) && (
        <>
          <MultilineField id="comment" label={say('comments.add')} rows={2} value={text} onChange={setText} />
          {add.error && <ProblemNotice error={add.error} />}
          <Button isBusy={add.isPending} isDisabled={text.trim() === ''} onPress={() => add.mutate()}>
            {say('comments.send')}
          </Button>
        </>
      )}
      {data.rows.length === 0 ? (
        <p>{say('comments.none')}</p>
      ) : (
        <ul>
          {data.rows.map(({ id, fields }) => (
            <li key={id}>
              {`${String(fields.author)} · ${formatInstant(String(fields.writtenAt))}`}
              <p className="prose">{String(fields.text)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
