export { activities } from './activities.js'
export { type ActivityKind, activityKinds, activityKindsOf } from './kind.js'
export { attendedStates, registeringStates } from './records/activity.js'
export { mostSignedIn, type OpenSession, type SignIn, signInSchema } from './sign-in.js'
