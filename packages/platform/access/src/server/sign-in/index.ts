import type { createChangePassword } from './change-password.js'
import type { createSecondFactor } from './second-factor.js'
import type { createSignIn } from './sign-in.js'

export type SignIn = ReturnType<typeof createSignIn>
export type SecondFactor = ReturnType<typeof createSecondFactor>
export type ChangePassword = ReturnType<typeof createChangePassword>
export { createChangePassword } from './change-password.js'
export { createSecondFactor } from './second-factor.js'
export { createSignIn } from './sign-in.js'
