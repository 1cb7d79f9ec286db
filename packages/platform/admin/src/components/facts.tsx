import type { ReactNode } from 'react'

/** Names and values in two columns, as a description list. */
export function Facts({
  items,
}: {
  readonly items: readonly { readonly label: string; readonly value: ReactNode; readonly isWide?: boolean }[]
}) {
  return (
    <dl className="facts">
      {items.map(({ label, value, isWide }) => (
        <div key={label} className={isWide ? 'fact fact-wide' : 'fact'}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
