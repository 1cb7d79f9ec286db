export { access } from './access.js'
export { apiKey } from './api-key.js'
export { grant } from './grant.js'
export { patternsSchema, role } from './role.js'
export { isAdministrative, mayHold, type RoleKind, roleKinds } from './role-kind.js'
export {
  checkShippedRoles,
  forcesSecondFactor,
  permissionsOf,
  type RolePatterns,
  type ShippedRole,
  type ShippedRoleId,
  shippedPatterns,
  shippedRole,
  shippedRoles,
  UnknownPatternError,
} from './roles.js'
export type { MeAnswer, SessionState, SignInAnswer } from './session.js'
export { sessionStates } from './session.js'
export { isUsername, normaliseUsername, user } from './user.js'
