import { hashPassword, verifyPassword } from 'better-auth/crypto'

/** Hashing of passwords: scrypt with 32 MB of memory, on Node's thread pool. */
export interface Passwords {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** The hashing everything uses. */
export const passwords: Passwords = {
  hash: (password) => hashPassword(password),
  verify: (hash, password) => verifyPassword({ hash, password }),
}
