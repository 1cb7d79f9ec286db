import { accessServer } from '@opendpf/access/server'
import { activitiesServer } from '@opendpf/activities/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { figuresServer } from '@opendpf/figures/server'
import { fundsServer } from '@opendpf/funds/server'
import type { ModuleServer } from '@opendpf/kit/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { personsServer } from '@opendpf/persons/server'
import { planningServer } from '@opendpf/planning/server'
import { povertyReliefServer } from '@opendpf/poverty-relief/server'

/** The modules this server is composed of, in the order their migrations run. A service line is added by one line here. */
export const modules: readonly ModuleServer[] = [
  accessServer,
  personsServer,
  organisationsServer,
  noticesServer,
  certificatesServer,
  figuresServer,
  planningServer,
  activitiesServer,
  fundsServer,
  eligibilityServer,
  povertyReliefServer,
] as unknown as readonly ModuleServer[]
