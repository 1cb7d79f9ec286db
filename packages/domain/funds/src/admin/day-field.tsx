import { DateField, useAdmin, useModuleText } from '@opendpf/admin'
import { isIsoDate, todayIn } from '@opendpf/standards'
import { useState } from 'react'
import { funds } from '../contract/index.js'

/** The day up to which a balance is told: today when empty, and none to come. A day is told of once it is one. */
export function DayField({ id, onDay }: { readonly id: string; readonly onDay: (day: string) => void }) {
  const say = useModuleText(funds.id)
  const { clock } = useAdmin()
  const [text, setText] = useState('')
  const [hasLeft, setLeft] = useState(false)
  const isRight = (typed: string) => typed === '' || (isIsoDate(typed) && typed <= todayIn(clock))
  return (
    <DateField
      id={id}
      label={say('balance.date')}
      hint={say('balance.date.hint')}
      {...(hasLeft && !isRight(text) ? { error: say('balance.date.wrong') } : {})}
      value={text}
      onChange={(typed) => {
        setText(typed)
        setLeft(isIsoDate(typed))
        if (isRight(typed)) onDay(typed)
      }}
      onBlur={() => setLeft(true)}
    />
  )
}
