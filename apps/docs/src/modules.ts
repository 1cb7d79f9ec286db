import { access } from '@opendpf/access'
import { activities } from '@opendpf/activities'
import { certificates } from '@opendpf/certificates'
import { eligibilityModule } from '@opendpf/eligibility'
import { figures } from '@opendpf/figures'
import { funds } from '@opendpf/funds'
import { createRegistry } from '@opendpf/kit'
import { matching } from '@opendpf/matching'
import { notices } from '@opendpf/notices'
import { notifications } from '@opendpf/notifications'
import { organisations } from '@opendpf/organisations'
import { payments } from '@opendpf/payments'
import { persons } from '@opendpf/persons'
import { planning } from '@opendpf/planning'
import { povertyRelief } from '@opendpf/poverty-relief'
import { programmes } from '@opendpf/programmes'
import { rehab } from '@opendpf/rehab'
import { reports } from '@opendpf/reports'
import { system } from '@opendpf/server/system'
import { surveys } from '@opendpf/surveys'

/** What the documentation tells of: all modules of this repository. */
export const registry = createRegistry([
  persons,
  certificates,
  notices,
  matching,
  notifications,
  figures,
  planning,
  reports,
  activities,
  surveys,
  eligibilityModule,
  organisations,
  funds,
  programmes,
  payments,
  rehab,
  povertyRelief,
  access,
  system,
])
