/** A message to whoever is signed in, as his inbox shows it. */
export interface InboxMessage {
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly sentAt: string
  readonly readAt: string | null
  /** `<module>.<record>` and id of what it is about. */
  readonly aboutRecord: string
  readonly about: string
}

/** A page of an inbox, newest first. */
export interface Inbox {
  readonly messages: readonly InboxMessage[]
  /** What to ask for the next page with; null on the last one. */
  readonly before: string | null
}

/** How many messages wait to be read, and the newest of them. */
export interface InboxCount {
  readonly unread: number
  readonly newest: string | null
}
