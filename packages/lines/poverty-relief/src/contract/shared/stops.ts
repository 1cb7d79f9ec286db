import type { StopRule } from '@opendpf/programmes'

/** What ends everything that rests on a certificate, the most certain first: of several reasons the first that holds is told. */
export const withCertificate: readonly StopRule[] = [
  { reason: 'death', when: 'hasDied' },
  { reason: 'certificate-cancelled', when: 'hasNoCertificate' },
  { reason: 'certificate-frozen', when: 'isFrozen' },
  { reason: 'certificate-expired', when: 'isExpired' },
]
