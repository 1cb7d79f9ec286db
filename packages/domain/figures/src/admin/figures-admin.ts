import { contributeAdmin } from '@opendpf/kit/admin'
import { figures } from '../contract/index.js'

/** The admin half of the engine: the derived pages of external and frozen figures. */
export const figuresAdmin = contributeAdmin(figures, {})
