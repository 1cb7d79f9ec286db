export type { GradeClass } from './claims.js'
export { credentialType, gradeClasses, issuerOf, listIdOf, listUri } from './claims.js'
export { fetchTrust, type Trust } from './fetch-trust.js'
export { type Attested, type IssuedCredential, issueCredential, usualHours } from './issue-credential.js'
export {
  algorithm,
  type CredentialKey,
  type CredentialKeyPair,
  type CredentialKeys,
  credentialKeySchema,
  makeKeyPair,
  openSigner,
  type Signer,
} from './keys.js'
export {
  type ReadStatusList,
  readStatusList,
  type Status,
  signStatusList,
  statuses,
  usualListSize,
  usualTtl,
} from './status-list.js'
export type { CredentialFacts, CredentialVerdict, NotGenuineReason, UnknownReason } from './verdict.js'
export { type VerifyOptions, verifyCredential } from './verify-credential.js'
