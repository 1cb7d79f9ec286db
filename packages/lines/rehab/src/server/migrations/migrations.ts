import type { ModuleMigrations } from '@opendpf/kit/server'
import { createCare } from './care.js'
import { followProgrammes } from './child-aid.js'
import { createClients } from './clients.js'
import { createDevices } from './devices.js'
import { createNetwork } from './network.js'
import { createSight } from './sight.js'

/** The tables of the line, each part in the order in which it came about. */
export const migrations: ModuleMigrations = {
  '0001_clients': createClients,
  '0002_sight': createSight,
  '0003_devices': createDevices,
  '0004_care': createCare,
  '0005_network': createNetwork,
  '0006_child_aid': followProgrammes,
}
