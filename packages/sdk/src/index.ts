export { access } from '@opendpf/access'
export { activities } from '@opendpf/activities'
export { certificates } from '@opendpf/certificates'
export type { Connection, ConnectionOptions, RecordClient, Written } from '@opendpf/client'
export { connect } from '@opendpf/client'
export type {
  CredentialFacts,
  CredentialKey,
  CredentialKeys,
  CredentialVerdict,
  NotGenuineReason,
  Trust,
  UnknownReason,
  VerifyOptions,
} from '@opendpf/credentials'
export { fetchTrust, verifyCredential } from '@opendpf/credentials'
export { eligibilityModule as eligibility } from '@opendpf/eligibility'
export type { ErrorCode, FieldProblem } from '@opendpf/errors'
export { isOpenDpfError, OpenDpfError } from '@opendpf/errors'
export { figures } from '@opendpf/figures'
export { funds } from '@opendpf/funds'
export type { ListAnswer, ListQuery, RecordAnswer } from '@opendpf/kit'
export { matching } from '@opendpf/matching'
export { notices } from '@opendpf/notices'
export { notifications } from '@opendpf/notifications'
export { organisations } from '@opendpf/organisations'
export { payments } from '@opendpf/payments'
export { persons } from '@opendpf/persons'
export { planning } from '@opendpf/planning'
export { povertyRelief } from '@opendpf/poverty-relief'
export { programmes } from '@opendpf/programmes'
export { rehab } from '@opendpf/rehab'
export { reports } from '@opendpf/reports'
export { surveys } from '@opendpf/surveys'
