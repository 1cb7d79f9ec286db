import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { interpolate } from '@opendpf/messages'
import { payments } from '../contract/index.js'

/** Says no to what somebody asks for as a whole, in his language, at a place in what he gave. */
export type Refuser = (path: string, message: string, params?: Readonly<Record<string, string | number>>) => never

/** Makes the refuser of one request; `message` is a key of the module's messages. */
export function refuserOf({ registry, locale }: Pick<ModuleContext, 'registry' | 'locale'>): Refuser {
  return (path, message, params = {}) => {
    const text = interpolate(registry.text(payments.id, locale, message), params)
    throw new OpenDpfError('invalid-input', { fields: [{ path, code: message, message: text }] })
  }
}
