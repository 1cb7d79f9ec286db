import { accessServer } from '@opendpf/access/server'
import { activitiesServer } from '@opendpf/activities/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { figuresServer } from '@opendpf/figures/server'
import { fundsServer } from '@opendpf/funds/server'
import type { ModuleServer } from '@opendpf/kit/server'
import { matchingServer } from '@opendpf/matching/server'
import { noticesServer } from '@opendpf/notices/server'
import { notificationsServer } from '@opendpf/notifications/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsServer } from '@opendpf/payments/server'
import { personsServer } from '@opendpf/persons/server'
import { planningServer } from '@opendpf/planning/server'
import { povertyReliefServer } from '@opendpf/poverty-relief/server'
import { programmesServer } from '@opendpf/programmes/server'
import { rehabServer } from '@opendpf/rehab/server'
import { reportsServer } from '@opendpf/reports/server'
import { surveysServer } from '@opendpf/surveys/server'

/** The modules this server is composed of, in the order their migrations run. A service line is added by one line here. */
export const modules: readonly ModuleServer[] = [
  accessServer,
  personsServer,
  organisationsServer,
  noticesServer,
  notificationsServer,
  certificatesServer,
  figuresServer,
  planningServer,
  activitiesServer,
  surveysServer,
  fundsServer,
  eligibilityServer,
  povertyReliefServer,
  programmesServer,
  paymentsServer,
  matchingServer,
  reportsServer,
  rehabServer,
] as unknown as readonly ModuleServer[]
