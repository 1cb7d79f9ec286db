import { accessAdmin } from '@opendpf/access/admin'
import { certificatesAdmin } from '@opendpf/certificates/admin'
import { figuresAdmin } from '@opendpf/figures/admin'
import type { AdminContribution } from '@opendpf/kit/admin'
import { noticesAdmin } from '@opendpf/notices/admin'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { systemAdmin } from '@opendpf/server/system/admin'

/** The modules of this deployment, in the order of the navigation. */
export const contributions: readonly AdminContribution[] = [
  personsAdmin,
  certificatesAdmin,
  noticesAdmin,
  figuresAdmin,
  organisationsAdmin,
  accessAdmin,
  systemAdmin,
]
