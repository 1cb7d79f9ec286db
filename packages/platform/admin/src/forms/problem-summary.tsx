import { useEffect, useId, useRef } from 'react'
import { Icon } from '../components/icon.js'

/** One line of the summary: where it leads and what it says. */
export interface SummaryItem {
  /** The control it leads to; none for what concerns the whole form. */
  readonly id?: string
  readonly message: string
}

/** What is wrong with a form, in one place: it takes the focus when it appears, and each line leads to its field. */
export function ProblemSummary({
  title,
  items,
  kind = 'error',
}: {
  readonly title: string
  readonly items: readonly SummaryItem[]
  readonly kind?: 'error' | 'warning'
}) {
  const box = useRef<HTMLElement>(null)
  const titleId = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of problems is read out anew
  useEffect(() => box.current?.focus(), [items])
  return (
    <section className={`summary summary-${kind}`} ref={box} tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon name={kind} />
        {title}
      </h2>
      <ul>
        {items.map(({ id, message }) => (
          <li key={`${id ?? ''}${message}`}>
            {id === undefined ? (
              message
            ) : (
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusControl(id)
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Moves the focus to a control, or to the first one in the group that carries the id. */
export function focusControl(id: string): void {
  const element = document.getElementById(id)
  const target = element?.matches('input, select, textarea, button')
    ? element
    : element?.querySelector<HTMLElement>('input, select, textarea, button')
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}
