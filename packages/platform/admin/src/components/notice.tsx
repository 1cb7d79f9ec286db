import type { ReactNode } from 'react'
import type { IconName } from './icon.js'
import { Icon } from './icon.js'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'error',
}

/** A framed remark within a page: its kind shows by shape and words as well as by colour. */
export function Notice(props: {
  readonly kind?: NoticeKind
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly isAlert?: boolean
}) {
  const { kind = 'info', title, children, actions, isAlert } = props
  return (
    <div className={`notice notice-${kind}`} role={isAlert ? 'alert' : undefined}>
      <Icon name={icons[kind]} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div className="notice-text">{children}</div>}
        {actions && <div className="actions">{actions}</div>}
      </div>
    </div>
  )
}
