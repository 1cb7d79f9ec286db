import { createRequire } from 'node:module'

/** The version of this build. */
export const { version } = createRequire(import.meta.url)('@opendpf/app-server/package.json') as { version: string }
