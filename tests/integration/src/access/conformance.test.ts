import { accessAdmin } from '@opendpf/access/admin'
import { accessServer } from '@opendpf/access/server'
import { routeEntries as routes } from '@opendpf/fixtures'
import type { ModuleServer } from '@opendpf/kit/server'
import { describeConformance } from '@opendpf/testing'
import { freshName } from './support.js'

describeConformance(accessServer as unknown as ModuleServer, {
  admin: accessAdmin,
  routes,
  sample: {
    'user.username': () => freshName(),
    // whoever is responsible for everything is nobody's to see from a county
    'user.isEverywhere': () => false,
    'user.isDisabled': () => false,
    'role.kind': () => 'business',
    'role.permissions': () => ['system:import.read'],
    'apiKey.holder': async (_, { make }) => {
      const holder = await make('access.user')
      const role = await make('access.role')
      await make('access.grant', { holder: holder.id, role: role.id })
      return holder.id
    },
    'apiKey.division': (row, { of }) => of(row.holder).division,
    'apiKey.permissions': () => ['system:import.read'],
    'apiKey.expiresOn': () => '2027-01-01',
    'apiKey.isRevoked': () => false,
  },
})
