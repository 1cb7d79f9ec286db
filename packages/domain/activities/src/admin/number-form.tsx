import { Button, TextField, useModuleText } from '@opendpf/admin'
import { useRef, useState } from 'react'
import { activities } from '../contract/index.js'

/** One number and Enter. The box is emptied and keeps the focus, so that the next card can be scanned at once. */
export function NumberForm(props: {
  readonly isBusy: boolean
  readonly onNumber: (number: string) => Promise<boolean>
}) {
  const { isBusy, onNumber } = props
  const say = useModuleText(activities.id)
  const [number, setNumber] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const send = async () => {
    if (isBusy || number.trim() === '') return
    if (await onNumber(number.trim())) setNumber('')
    form.current?.querySelector('input')?.focus()
  }
  return (
    <form
      className="stack"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        isOptionalShown={false}
        id="sign-in-number"
        label={say('signIn.number')}
        value={number}
        onChange={setNumber}
        size={24}
      />
      <div className="actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {say('signIn.do')}
        </Button>
      </div>
    </form>
  )
}
