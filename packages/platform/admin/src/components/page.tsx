import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/use-text.js'
import type { Crumb } from './breadcrumb.js'
import { Breadcrumb } from './breadcrumb.js'

export interface PageProps {
  /** Heading and document title. */
  readonly title: string
  readonly lead?: ReactNode
  readonly crumbs?: readonly Crumb[]
  /** Buttons and links beside the heading. */
  readonly actions?: ReactNode
  /** Words beside the heading, such as a state. */
  readonly mark?: ReactNode
  /** Default `wide`; a form reads better in a `narrow` column. */
  readonly width?: 'wide' | 'narrow'
  /** Stands in until the page itself is there, and leaves the focus to it. */
  readonly isWaiting?: boolean
  readonly children: ReactNode
}

/** The frame of one page: breadcrumb, the only h1, its actions. After a change of address the h1 takes the focus. */
export function Page(props: PageProps) {
  const { title, lead, crumbs = [], actions, mark, width = 'wide', isWaiting, children } = props
  const t = useText()
  const heading = useArrival(`${title} - ${t('app.name')}`, isWaiting !== true)
  return (
    <div className={`page page-${width}`}>
      {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} current={title} />}
      <header className="page-head">
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1} id="page-title">
            {title}
          </h1>
          {mark}
        </div>
        {actions && <div className="actions page-actions">{actions}</div>}
      </header>
      {lead && <div className="page-lead">{lead}</div>}
      {children}
    </div>
  )
}

let lastPath: string | undefined

/**
 * Sets the title, and moves the focus to the heading when a page appears under another path than the one before. The first page keeps
 * the browser's own focus. It looks at the path when the page appears and not later: the path changes while the old page is still there.
 */
export function useArrival(documentTitle: string, isHere = true) {
  const router = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = documentTitle
  }, [documentTitle])
  useEffect(() => {
    if (!isHere) return
    const { pathname } = router.state.location
    if (lastPath !== undefined && lastPath !== pathname) heading.current?.focus()
    lastPath = pathname
  }, [router, isHere])
  return heading
}
