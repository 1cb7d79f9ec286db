import {
  announce,
  Button,
  Chip,
  EmptyState,
  formatInstant,
  Loading,
  ProblemNotice,
  RecordLink,
  useAdmin,
  useModuleText,
} from '@opendpf/admin'
import { type InboxMessage, notifications } from '../contract/index.js'
import { useInbox, useMarkRead } from './use-inbox.js'

/** The messages of whoever is signed in (我的消息): what each is about, and which were read. */
export function InboxPage() {
  const say = useModuleText(notifications.id)
  const inbox = useInbox()
  const mark = useMarkRead()
  if (inbox.error) return <ProblemNotice error={inbox.error} onRetry={() => void inbox.refetch()} />
  if (!inbox.data) return <Loading />
  const messages = inbox.data.pages.flatMap((page) => page.messages)
  if (messages.length === 0) return <EmptyState title={say('inbox.none')} />
  const read = (ids: readonly string[] | 'all') => mark.mutate(ids, { onSuccess: () => announce(say('inbox.marked')) })
  return (
    <>
      {mark.error && <ProblemNotice error={mark.error} />}
      {messages.some(({ readAt }) => readAt === null) && (
        <p className="actions">
          <Button isBusy={mark.isPending} onPress={() => read('all')}>
            {say('inbox.readAll')}
          </Button>
        </p>
      )}
      <ul className="message-list" aria-label={say('inbox.list')}>
        {messages.map((message) => (
          <Item key={message.id} message={message} onRead={() => read([message.id])} />
        ))}
      </ul>
      {inbox.hasNextPage && (
        <p className="actions">
          <Button isBusy={inbox.isFetchingNextPage} onPress={() => void inbox.fetchNextPage()}>
            {say('inbox.more')}
          </Button>
        </p>
      )}
    </>
  )
}

function Item({ message, onRead }: { readonly message: InboxMessage; readonly onRead: () => void }) {
  const { id, subject, text, sentAt, readAt, aboutRecord, about } = message
  const say = useModuleText(notifications.id)
  const record = useAdmin().registry.records.get(aboutRecord)
  const headingId = `message-${id}`
  return (
    <li className="message-item" aria-labelledby={headingId}>
      <h2 id={headingId} className="message-subject">
        {subject} {readAt === null && <Chip tone="active">{say('inbox.unread')}</Chip>}
      </h2>
      <p>{text}</p>
      <p className="message-foot">
        <time dateTime={sentAt}>{formatInstant(sentAt)}</time>
        {record && (
          <RecordLink record={record} id={about}>
            {say('inbox.open')}
          </RecordLink>
        )}
        {readAt === null && (
          <Button look="plain" describedBy={headingId} onPress={onRead}>
            {say('inbox.read')}
          </Button>
        )}
      </p>
    </li>
  )
}
