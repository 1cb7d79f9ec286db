import { contributeAdmin } from '@opendpf/kit/admin'
import { surveys } from '../contract/index.js'

/** The admin half of the engine of surveys. */
export const surveysAdmin = contributeAdmin(surveys)
