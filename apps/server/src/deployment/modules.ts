import { accessServer } from '@opendpf/access/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { figuresServer } from '@opendpf/figures/server'
import type { ModuleServer } from '@opendpf/kit/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'

/** The modules this server is composed of, in the order their migrations run. A service line is added by one line here. */
export const modules: readonly ModuleServer[] = [
  accessServer,
  personsServer,
  organisationsServer,
  noticesServer,
  certificatesServer,
  figuresServer,
] as unknown as readonly ModuleServer[]
