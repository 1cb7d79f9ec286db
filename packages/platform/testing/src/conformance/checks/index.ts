import type { Check } from '../check.js'
import { auditCheck } from './audit.js'
import { historyCheck } from './history.js'
import { idempotencyCheck } from './idempotency.js'
import { indexesCheck } from './indexes.js'
import { maskingCheck } from './masking.js'
import { messagesCheck } from './messages.js'
import { namesCheck } from './names.js'
import { permissionsCheck } from './permissions.js'
import { queriesCheck } from './queries.js'
import { roundTripCheck } from './round-trip.js'
import { routesCheck } from './routes.js'
import { schemaCheck } from './schema.js'
import { scopeCheck } from './scope.js'
import { stepsCheck } from './steps.js'
import { versionsCheck } from './versions.js'
import { workflowCheck } from './workflow.js'

/** Every check, cheapest first. */
export const checks: readonly Check[] = [
  namesCheck,
  messagesCheck,
  workflowCheck,
  permissionsCheck,
  routesCheck,
  schemaCheck,
  indexesCheck,
  scopeCheck,
  maskingCheck,
  auditCheck,
  historyCheck,
  idempotencyCheck,
  versionsCheck,
  stepsCheck,
  queriesCheck,
  roundTripCheck,
]
