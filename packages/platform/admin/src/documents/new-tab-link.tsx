import type { ReactNode, Ref } from 'react'

/** A link to a file that the browser shows beside the app; its name says so. */
export function NewTabLink(props: {
  readonly href: string
  readonly label: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLAnchorElement>
}) {
  const { href, label, children, ref } = props
  return (
    <a className="button button-secondary" href={href} target="_blank" rel="noreferrer" aria-label={label} ref={ref}>
      {children}
    </a>
  )
}
