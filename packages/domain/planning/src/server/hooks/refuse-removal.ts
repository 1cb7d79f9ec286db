import { OpenDpfError } from '@opendpf/errors'
import { verbMessages } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'

/** Refuses to take away what was submitted or adopted. */
export function refuseRemoval(locale: Locale): never {
  throw new OpenDpfError('wrong-state', { params: { step: messageOf(verbMessages, locale, 'remove') } })
}
