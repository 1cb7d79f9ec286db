import { Button, Section, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { type CountedIndicator, type FigureAsked, figures } from '../../contract/index.js'
import { FigureRows } from '../rows/figure-rows.js'

/** The list behind a figure, read when somebody opens it: looking at rows of persons is noted in the access log. */
export function ListSection({
  asked,
  indicator,
}: {
  readonly asked: FigureAsked
  readonly indicator: CountedIndicator
}) {
  const say = useModuleText(figures.id)
  const [isOpen, setOpen] = useState(false)
  const { by: _, ...figure } = asked
  return (
    <Section title={say('rows.title')} isFlush={isOpen}>
      {isOpen ? (
        <FigureRows figure={figure} indicator={indicator} />
      ) : (
        <>
          <p className="hint">{say('rows.lead')}</p>
          <Button onPress={() => setOpen(true)}>{say('rows.open')}</Button>
        </>
      )}
    </Section>
  )
}
