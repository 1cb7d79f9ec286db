import { useRouterState } from '@tanstack/react-router'
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
  readonly children: ReactNode
}

/** The frame of one page: breadcrumb, the only h1, its actions. After a change of address the h1 takes the focus. */
export function Page(props: PageProps) {
  const { title, lead, crumbs = [], actions, mark, width = 'wide', children } = props
  const t = useText()
  const heading = useArrival(title, `${title} - ${t('app.name')}`)
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

/** Sets the title and moves the focus to the heading when the path has changed; the first page keeps the browser's own focus. */
export function useArrival(title: string, documentTitle: string) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = documentTitle
  }, [documentTitle])
  useEffect(() => {
    if (lastPath !== undefined && lastPath !== path && title) heading.current?.focus()
    lastPath = path
  }, [path, title])
  return heading
}
