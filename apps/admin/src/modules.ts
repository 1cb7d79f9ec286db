import { accessAdmin } from '@opendpf/access/admin'
import { activitiesAdmin } from '@opendpf/activities/admin'
import { certificatesAdmin } from '@opendpf/certificates/admin'
import { eligibilityAdmin } from '@opendpf/eligibility/admin'
import { figuresAdmin } from '@opendpf/figures/admin'
import { fundsAdmin } from '@opendpf/funds/admin'
import type { AdminContribution } from '@opendpf/kit/admin'
import { matchingAdmin } from '@opendpf/matching/admin'
import { noticesAdmin } from '@opendpf/notices/admin'
import { notificationsAdmin } from '@opendpf/notifications/admin'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { paymentsAdmin } from '@opendpf/payments/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { planningAdmin } from '@opendpf/planning/admin'
import { povertyReliefAdmin } from '@opendpf/poverty-relief/admin'
import { programmesAdmin } from '@opendpf/programmes/admin'
import { rehabAdmin } from '@opendpf/rehab/admin'
import { reportsAdmin } from '@opendpf/reports/admin'
import { systemAdmin } from '@opendpf/server/system/admin'
import { surveysAdmin } from '@opendpf/surveys/admin'

/** The modules of this deployment, in the order of the navigation. */
export const contributions: readonly AdminContribution[] = [
  personsAdmin,
  certificatesAdmin,
  rehabAdmin,
  eligibilityAdmin,
  povertyReliefAdmin,
  programmesAdmin,
  matchingAdmin,
  activitiesAdmin,
  surveysAdmin,
  paymentsAdmin,
  fundsAdmin,
  noticesAdmin,
  notificationsAdmin,
  planningAdmin,
  reportsAdmin,
  figuresAdmin,
  organisationsAdmin,
  accessAdmin,
  systemAdmin,
]
