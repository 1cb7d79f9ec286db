import type { ReactNode } from 'react'

/** The area of a table that is wider than a narrow screen: it scrolls sideways, the page does not, and on paper it shows all. */
export function TableArea(props: {
  readonly label: string
  readonly children: ReactNode
  /** Greys the rows while newer ones are on their way. */
  readonly isStale?: boolean | undefined
}) {
  const { label, children, isStale } = props
  return (
    // a group and no landmark: it often stands alone in a section of the same name
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable with the keyboard
    <div role="group" className="table-area" aria-label={label} tabIndex={0} data-stale={isStale || undefined}>
      {children}
    </div>
  )
}
