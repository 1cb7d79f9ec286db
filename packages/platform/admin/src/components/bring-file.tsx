import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { RequestFailure } from '../api/problem.js'
import { Field } from '../fields/field.js'
import { refreshRecords } from '../records/use-records.js'
import { Button } from './button.js'
import { Notice } from './notice.js'
import { ProblemNotice } from './problem-notice.js'

export interface BringFileProps<Answer> {
  readonly id: string
  /** Endings of the files that are taken: `.xlsx,.yaml`. */
  readonly accept: string
  readonly words: {
    readonly choose: string
    readonly hint: string
    readonly attempt: string
    readonly bring: string
    problems(count: number): string
  }
  /** Sends the file; a trial writes nothing. */
  send(file: File, isTrial: boolean): Promise<Answer>
  /** What is said of what came of it. */
  readonly children: (answer: Answer) => ReactNode
}

/** Brings rows in from a file: a look at what would change, or what is wrong with it place by place, before anything is written. */
export function BringFile<Answer>({ id, accept, words, send, children }: BringFileProps<Answer>) {
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const bring = useMutation({
    mutationFn: async (isTrial: boolean) => {
      if (!file) throw new Error('a file is chosen before it is sent')
      return send(file, isTrial)
    },
    onSuccess: () => refreshRecords(client),
  })
  const problems = bring.error instanceof RequestFailure ? bring.error.problems : []
  return (
    <>
      <Field id={id} label={words.choose} hint={words.hint}>
        <input
          id={id}
          type="file"
          className="input"
          accept={accept}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setFile(event.target.files?.[0])
            bring.reset()
          }}
        />
      </Field>
      <div className="actions">
        <Button isDisabled={!file} isBusy={bring.isPending} onPress={() => bring.mutate(true)}>
          {words.attempt}
        </Button>
        <Button look="primary" isDisabled={!file} isBusy={bring.isPending} onPress={() => bring.mutate(false)}>
          {words.bring}
        </Button>
      </div>
      {problems.length > 0 ? (
        <Notice kind="error" isAlert title={words.problems(problems.length)}>
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        bring.error && <ProblemNotice error={bring.error} />
      )}
      {bring.data !== undefined && children(bring.data)}
    </>
  )
}
