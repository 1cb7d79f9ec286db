import {
  Button,
  Field,
  Notice,
  ProblemNotice,
  RequestFailure,
  refreshRecords,
  useApi,
  useCan,
  useModuleText,
} from '@opendpf/admin'
import { pathOf, permissionFor } from '@opendpf/kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Brought, surveys } from '../../contract/index.js'
import { base64Of } from './base64-of.js'

const { campaign, interview } = surveys.records

/** On the page of a campaign: takes the answers along as a workbook, and brings them back after a look at what would change. */
export function SheetPanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const can = useCan()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const path = `${pathOf(campaign)}/${id}/answers`
  const send = useMutation({
    mutationFn: async (isTrial: boolean) => {
      if (!file) throw new Error('a file is chosen before it is sent')
      const content = base64Of(new Uint8Array(await file.arrayBuffer()))
      return { isTrial, ...(await api.post<Brought>(path, { content, isTrial })) }
    },
    onSuccess: () => refreshRecords(client),
  })
  const problems = send.error instanceof RequestFailure ? send.error.problems : []
  return (
    <>
      {can(permissionFor(interview, 'export')) && (
        <p>
          <a href={api.href(path)} download>
            {say('sheet.take')}
          </a>
        </p>
      )}
      {can('surveys:interview.collect') && (
        <>
          <Field id="answer-sheet" label={say('sheet.choose')} hint={say('sheet.hint')}>
            <input
              id="answer-sheet"
              type="file"
              className="input"
              accept=".xlsx"
              aria-describedby="answer-sheet-hint"
              onChange={(event) => {
                setFile(event.target.files?.[0])
                send.reset()
              }}
            />
          </Field>
          <div className="actions">
            <Button isDisabled={!file} isBusy={send.isPending} onPress={() => send.mutate(true)}>
              {say('sheet.try')}
            </Button>
            <Button look="primary" isDisabled={!file} isBusy={send.isPending} onPress={() => send.mutate(false)}>
              {say('sheet.bring')}
            </Button>
          </div>
        </>
      )}
      {problems.length > 0 ? (
        <Notice kind="error" isAlert title={say('sheet.problems', { count: problems.length })}>
          <ul>
            {problems.map(({ path: at, message }) => (
              <li key={`${at} ${message}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        send.error && <ProblemNotice error={send.error} />
      )}
      {send.data && (
        <Notice
          kind="success"
          isAlert
          title={say(send.data.isTrial ? 'sheet.fine' : 'sheet.brought', {
            rows: send.data.rows,
            changed: send.data.changed,
          })}
        />
      )}
    </>
  )
}
