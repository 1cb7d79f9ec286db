import type { ReactNode } from 'react'
import type { IconName } from './icon.js'
import { Icon } from './icon.js'

/** Says why there is nothing here and what one can do about it. */
export function EmptyState(props: {
  readonly icon?: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  const { icon = 'folder', title, children, actions } = props
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={icon} />
      </span>
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
