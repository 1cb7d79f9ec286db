import type { Messages } from '@opendpf/messages'
import { locales } from '@opendpf/messages'
import { accessibilityMessages } from './accessibility.js'
import { attachmentMessages } from './attachments.js'
import { deliveryMessages } from './deliveries.js'
import { deskMessages } from './desks.js'
import { documentMessages } from './documents.js'
import { formMessages } from './forms.js'
import { importMessages } from './imports.js'
import { listMessages } from './lists.js'
import { recordMessages } from './records.js'
import { sessionMessages } from './session.js'
import { shellMessages } from './shell.js'
import { statementMessages } from './statement.js'
import { transferMessages } from './transfers.js'
import { workflowMessages } from './workflow.js'

const tables = [
  shellMessages,
  accessibilityMessages,
  statementMessages,
  sessionMessages,
  listMessages,
  recordMessages,
  formMessages,
  attachmentMessages,
  importMessages,
  transferMessages,
  workflowMessages,
  deliveryMessages,
  documentMessages,
  deskMessages,
] as const

type KeyOf<T> = T extends Messages<infer Key> ? Key : never

/** Every text the platform's own pages show. */
export type AdminMessage = KeyOf<(typeof tables)[number]>

/** The platform's own texts in both languages. */
export const adminMessages = Object.fromEntries(
  locales.map((locale) => [locale, Object.assign({}, ...tables.map((table) => table[locale]))]),
) as unknown as Messages<AdminMessage>
