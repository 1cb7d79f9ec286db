import {
  Button,
  Field,
  LinkButton,
  Notice,
  ProblemNotice,
  pageHref,
  RequestFailure,
  refreshRecords,
  useApi,
  useModuleText,
} from '@opendpf/admin'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { planning } from '../../contract/index.js'
import { readPlanFile } from './read-plan-file.js'

interface Brought {
  readonly id?: string
  readonly title: string
  readonly items: number
}

/** Brings a plan in from a file: what is wrong with it first, with its cell or line, then a draft. */
export function BringPage() {
  const say = useModuleText(planning.id)
  const api = useApi()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const send = useMutation({
    mutationFn: async (isTrial: boolean) => {
      if (!file) throw new Error('a file is chosen before it is sent')
      return api.post<Brought>('/planning/plan-files', { ...(await readPlanFile(file)), isTrial })
    },
    onSuccess: () => refreshRecords(client),
  })
  const problems = send.error instanceof RequestFailure ? send.error.problems : []
  const brought = send.data
  return (
    <>
      <p className="page-lead">
        {say('files.lead')} <a href={api.href('/planning/plan-files/schema')}>{say('files.schema')}</a>
      </p>
      <Field id="plan-file" label={say('files.choose')} hint={say('files.hint')}>
        <input
          id="plan-file"
          type="file"
          className="input"
          accept=".xlsx,.yaml,.yml,.json"
          aria-describedby="plan-file-hint"
          onChange={(event) => {
            setFile(event.target.files?.[0])
            send.reset()
          }}
        />
      </Field>
      <div className="actions">
        <Button isDisabled={!file} isBusy={send.isPending} onPress={() => send.mutate(true)}>
          {say('files.try')}
        </Button>
        <Button look="primary" isDisabled={!file} isBusy={send.isPending} onPress={() => send.mutate(false)}>
          {say('files.bring')}
        </Button>
      </div>
      {problems.length > 0 ? (
        <Notice kind="error" isAlert title={say('files.problems', { count: problems.length })}>
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        send.error && <ProblemNotice error={send.error} />
      )}
      {brought && (
        <Notice
          kind="success"
          isAlert
          title={say(brought.id === undefined ? 'files.fine' : 'files.brought', {
            title: brought.title,
            items: brought.items,
          })}
          actions={
            brought.id !== undefined && (
              <LinkButton to={pageHref(planning.id, 'plan')} search={{ plan: brought.id }}>
                {say('page.plan')}
              </LinkButton>
            )
          }
        />
      )}
    </>
  )
}
