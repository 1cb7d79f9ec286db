import { Button, Notice, ProblemNotice, useModuleText } from '@opendpf/admin'
import type { ReactNode } from 'react'
import { surveys } from '../../contract/index.js'

/** What stands around the questions of a record: why it was sent back, what went wrong, how far it is, and sending or finishing it. */
export function CollectFrame(props: {
  readonly collecting: { readonly state: string; readonly returnReason: string | null }
  readonly asked: readonly { readonly code: string }[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly error: unknown
  readonly isBusy: boolean
  readonly onSave: () => void
  readonly onFinish: () => void
  readonly children: ReactNode
}) {
  const { collecting, asked, answers, error, isBusy, onSave, onFinish, children } = props
  const say = useModuleText(surveys.id)
  const answered = asked.filter(({ code }) => Object.hasOwn(answers, code)).length
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      {collecting.returnReason !== null && collecting.state === 'returned' && (
        <Notice kind="warning" title={say('collect.returned')}>
          {collecting.returnReason}
        </Notice>
      )}
      {children}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <p className="hint">{say('collect.count', { answered, asked: asked.length })}</p>
      <div className="actions">
        <Button look="primary" isBusy={isBusy} onPress={onFinish}>
          {say('collect.finish')}
        </Button>
        <Button type="submit" isBusy={isBusy}>
          {say('collect.save')}
        </Button>
      </div>
    </form>
  )
}
