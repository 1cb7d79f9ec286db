import type { ModuleMigrations } from '@opendpf/kit/server'
import { init } from './0001-init.js'

/** In order, forward only. */
export const migrations: ModuleMigrations = { '0001_init': init }
