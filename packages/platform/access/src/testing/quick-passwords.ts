import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '../server/sign-in/passwords.js'

const derive = promisify<string, Buffer, number, { readonly N: number }, Buffer>(scrypt)

/** The same hashing at a cost that lets a test sign in a hundred times. */
export const quickPasswords: Passwords = {
  async hash(password) {
    const salt = randomBytes(16)
    return `${salt.toString('hex')}:${(await derive(password, salt, 32, { N: 16 })).toString('hex')}`
  },
  async verify(hash, password) {
    const [salt = '', digest = ''] = hash.split(':')
    return timingSafeEqual(await derive(password, Buffer.from(salt, 'hex'), 32, { N: 16 }), Buffer.from(digest, 'hex'))
  },
}
