import { type Attested, issueCredential } from '../issue-credential.js'
import { type CredentialKeys, makeKeyPair, openSigner } from '../keys.js'
import { type Status, signStatusList } from '../status-list.js'

/** The moment in which tests take place: ten in the morning in Asia/Shanghai. */
export const now = new Date('2026-06-15T02:00:00Z')
const listId = '01890000-0000-7000-8000-000000000001'
export const listSize = 1024

export const attested: Attested = {
  id: 'c-Zy8LkqTn0w5rVb',
  county: '示范县',
  category: '4',
  gradeClass: 'severe',
  grade: '2',
  from: '2024-03-28',
  until: '2034-03-27',
  status: { list: listId, index: 417 },
}

/** A made-up county with a key of its own, which issues and keeps a list. */
export async function openCounty(code = '990121') {
  const pair = await makeKeyPair(code)
  const signer = await openSigner(pair)
  const keys: CredentialKeys = { keys: [pair.publicKey] }
  return {
    pair,
    signer,
    keys,
    issue: (more: Partial<Attested> = {}, at = now) => issueCredential({ ...attested, ...more }, { signer, now: at }),
    list: (entries: readonly { readonly index: number; readonly status: Status }[] = [], at = now) =>
      signStatusList({ id: listId, size: listSize, entries }, { signer, now: at }),
  }
}

export function hoursLater(hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000)
}
