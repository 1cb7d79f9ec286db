/**
 * The two sets of algorithms a deployment can choose between: the international one, and the national one
 * (GB/T 32907 SM4, GB/T 32905 SM3) that a commercial cryptography assessment under GB/T 39786-2021 asks for.
 */
export const suites = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const
export type Suite = (typeof suites)[number]

/** The name by which `node:crypto` knows the hash of a suite. */
export const hashOf: Readonly<Record<Suite, 'sha256' | 'sm3'>> = { 'aes-256-gcm': 'sha256', 'sm4-ctr-hmac-sm3': 'sm3' }

/** Whether a text names a suite. */
export function isSuite(text: unknown): text is Suite {
  return (suites as readonly unknown[]).includes(text)
}
