import { accessAdmin } from '@opendpf/access/admin'
import { activitiesAdmin } from '@opendpf/activities/admin'
import { certificatesAdmin } from '@opendpf/certificates/admin'
import { eligibilityAdmin } from '@opendpf/eligibility/admin'
import { figuresAdmin } from '@opendpf/figures/admin'
import { fundsAdmin } from '@opendpf/funds/admin'
import type { AdminContribution } from '@opendpf/kit/admin'
import { noticesAdmin } from '@opendpf/notices/admin'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { planningAdmin } from '@opendpf/planning/admin'
import { povertyReliefAdmin } from '@opendpf/poverty-relief/admin'
import { systemAdmin } from '@opendpf/server/system/admin'

/** The modules of this deployment, in the order of the navigation. */
export const contributions: readonly AdminContribution[] = [
  personsAdmin,
  certificatesAdmin,
  eligibilityAdmin,
  povertyReliefAdmin,
  activitiesAdmin,
  fundsAdmin,
  noticesAdmin,
  planningAdmin,
  figuresAdmin,
  organisationsAdmin,
  accessAdmin,
  systemAdmin,
]
