import type { Messages } from '@opendpf/messages'
import { locales } from '@opendpf/messages'
import { accessibilityMessages } from './accessibility.js'
import { formMessages } from './forms.js'
import { importMessages } from './imports.js'
import { listMessages } from './lists.js'
import { recordMessages } from './records.js'
import { sessionMessages } from './session.js'
import { shellMessages } from './shell.js'
import { transferMessages } from './transfers.js'

const tables = [
  shellMessages,
  accessibilityMessages,
  sessionMessages,
  listMessages,
  recordMessages,
  formMessages,
  importMessages,
  transferMessages,
] as const

type KeyOf<T> = T extends Messages<infer Key> ? Key : never

/** Every text the platform's own pages show. */
export type AdminMessage = KeyOf<(typeof tables)[number]>

/** The platform's own texts in both languages. */
export const adminMessages = Object.fromEntries(
  locales.map((locale) => [locale, Object.assign({}, ...tables.map((table) => table[locale]))]),
) as unknown as Messages<AdminMessage>
