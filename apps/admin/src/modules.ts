import { access } from '@opendpf/access'
import { certificates } from '@opendpf/certificates'
import type { AdminContribution } from '@opendpf/kit/admin'
import { contributeAdmin } from '@opendpf/kit/admin'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { systemAdmin } from '@opendpf/server/system/admin'

/** The modules of this deployment, in the order of the navigation. */
export const contributions: readonly AdminContribution[] = [
  contributeAdmin(persons),
  contributeAdmin(certificates),
  contributeAdmin(organisations),
  contributeAdmin(access),
  systemAdmin,
]
