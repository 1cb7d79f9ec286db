import { OpenDpfError } from '@opendpf/errors'
import type { Registry } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { interpolate } from '@opendpf/messages'

/** Says no to a request of the module's own routes, in the reader's language, at a field of its body. */
export type Refuser = (path: string, message: string, params?: Readonly<Record<string, string | number>>) => never

/** Makes the refuser of one request; `message` is a key of the module's messages. */
export function refuserOf(registry: Registry, locale: Locale): Refuser {
  return (path, message, params = {}) => {
    throw new OpenDpfError('invalid-input', {
      fields: [{ path, code: message, message: interpolate(registry.text('persons', locale, message), params) }],
    })
  }
}
