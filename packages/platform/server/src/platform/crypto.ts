import type { AuditDigest } from '@opendpf/database'

/** What the platform needs of the key ring: sealing, blind indexes and digests, all of the suite that the deployment chose. */
export interface Crypto {
  /** `context` is `<table>.<column>`: sealed bytes open nowhere else. */
  seal(text: string, context: string): Buffer
  open(bytes: Uint8Array, context: string): string
  /** The same value gives the same key within one kind (`persons.person.idNumber`), and nothing across kinds. */
  blind(kind: string, value: string): string
  readonly digest: AuditDigest
}
