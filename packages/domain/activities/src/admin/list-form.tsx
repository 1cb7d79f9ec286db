import { Button, MultilineField, Section, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { activities, mostSignedIn } from '../contract/index.js'

/** A column of numbers, as it is pasted from a sheet. */
export function ListForm(props: {
  readonly isBusy: boolean
  readonly onNumbers: (numbers: readonly string[]) => Promise<boolean>
}) {
  const { isBusy, onNumbers } = props
  const say = useModuleText(activities.id)
  const [text, setText] = useState('')
  const send = async () => {
    const numbers = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (isBusy || numbers.length === 0) return
    if (await onNumbers(numbers)) setText('')
  }
  return (
    <Section title={say('signIn.many')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <MultilineField
          id="sign-in-list"
          label={say('signIn.number')}
          isOptionalShown={false}
          hint={say('signIn.manyHelp', { most: mostSignedIn })}
          value={text}
          onChange={setText}
          rows={6}
        />
        <div className="actions">
          <Button type="submit" isBusy={isBusy}>
            {say('signIn.doMany')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
