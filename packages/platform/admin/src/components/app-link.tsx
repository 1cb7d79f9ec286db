import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** What an address carries beside its path; state never leaves this browser tab. */
export interface LinkTarget {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  readonly state?: object
}

/** A link within the app. */
export function AppLink(
  props: LinkTarget & {
    readonly children: ReactNode
    readonly className?: string
    readonly label?: string
    readonly current?: 'page'
  },
) {
  const { to, search, state, children, className, label, current } = props
  return (
    <Link
      to={to}
      search={(search ?? {}) as never}
      {...(state ? { state: state as never } : {})}
      {...(className ? { className } : {})}
      activeProps={{}}
      aria-label={label}
      // the router marks every link whose path begins this one as current; only the navigation knows which is
      aria-current={current ?? undefined}
      data-status={undefined}
    >
      {children}
    </Link>
  )
}

/** A link that looks like a button: for going somewhere, where a button would do something. */
export function LinkButton(
  props: LinkTarget & {
    readonly children: ReactNode
    readonly look?: 'primary' | 'secondary' | 'plain'
    /** A name where the content is only a drawing. */
    readonly label?: string
  },
) {
  const { look = 'secondary', ...link } = props
  return <AppLink {...link} className={`button button-${look}`} />
}
