import type { ReactNode } from 'react'
import { useId } from 'react'

/** A card with a heading. */
export function Section(props: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly level?: 2 | 3
  readonly isFlush?: boolean
}) {
  const { title, actions, children, level = 2, isFlush } = props
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={isFlush ? 'card card-flush' : 'card'} aria-labelledby={id}>
      <div className="card-head">
        <Heading id={id}>{title}</Heading>
        {actions && <div className="actions">{actions}</div>}
      </div>
      <div className="card-body">{children}</div>
    </section>
  )
}
