import type { Buffer } from 'node:buffer'

/** The first byte of every sealed value: which format it has. A new format gets a new number, never an old one's. */
export const formats = { 'aes-256-gcm': 0x11, 'sm4-ctr-hmac-sm3': 0x12 } as const

/** One byte of format and two of key number. */
export const headerLength = 3
export const tagLength = 16

/** Seals and opens with one key in one format. The header is authenticated with the value. */
export interface Sealing {
  seal(text: string, context: string): Buffer
  /** The text, or undefined when the bytes are not what this key sealed under this context. */
  open(bytes: Buffer, context: string): string | undefined
}

/** What a sealing is made from: the number of the key, and 32 bytes that belong to it. */
export interface SealingKey {
  readonly id: number
  readonly secret: Buffer
}

/** Writes format and key number; the caller fills the rest. */
export function writeHeader(bytes: Buffer, format: number, keyId: number): void {
  bytes[0] = format
  bytes.writeUInt16BE(keyId, 1)
}
