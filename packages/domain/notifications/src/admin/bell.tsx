import { Icon, LinkButton, pageHref, useModuleText } from '@opendpf/admin'
import { notifications } from '../contract/index.js'
import { useUnread } from './use-inbox.js'

const most = 99

/** The way to one's messages, with how many are unread. */
export function Bell() {
  const say = useModuleText(notifications.id)
  const unread = useUnread()
  return (
    <LinkButton
      to={pageHref(notifications.id, 'inbox')}
      look="plain"
      label={unread > 0 ? say('inbox.bell', { unread }) : say('inbox.bellNone')}
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span className="count-badge" aria-hidden="true">
          {unread > most ? `${most}+` : unread}
        </span>
      )}
    </LinkButton>
  )
}
