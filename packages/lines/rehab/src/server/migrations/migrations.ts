import type { ModuleMigrations } from '@opendpf/kit/server'
import { createClients } from './clients.js'

/** The tables of the line, each part in the order in which it came about. */
export const migrations: ModuleMigrations = {
  '0001_clients': createClients,
}
