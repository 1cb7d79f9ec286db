import type { Actor } from '@opendpf/kit'
import type { RouteEnv } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import type { Platform } from '../platform/platform.js'
import type { ReadPath } from '../read/read-path.js'

/** What every request of a signed-in caller carries. */
export interface HttpEnv {
  Variables: RouteEnv['Variables'] & {
    readonly actor: Actor
    readonly locale: Locale
    readonly platform: Platform
    readonly readPath: ReadPath
  }
}
