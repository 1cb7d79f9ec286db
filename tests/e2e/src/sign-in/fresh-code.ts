import type { Username } from './accounts.js'
import { authenticators } from './accounts.js'
import { codeAt, stepOf, untilNextStep } from './totp.js'

/** A code of the user's authenticator that was not used before; waits for the next period when this one's was. */
export async function freshCode(user: Username): Promise<string> {
  const authenticator = authenticators.read(user)
  if (stepOf(Date.now()) <= authenticator.usedStep) {
    await new Promise((resolve) => setTimeout(resolve, untilNextStep(Date.now()) + 500))
  }
  const now = Date.now()
  authenticators.write(user, { ...authenticator, usedStep: stepOf(now) })
  return codeAt(authenticator.secret, now)
}
