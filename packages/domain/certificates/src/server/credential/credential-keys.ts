import {
  type CredentialKey,
  type CredentialKeys,
  credentialKeySchema,
  makeKeyPair,
  openSigner,
  type Signer,
} from '@opendpf/credentials'
import type { ModuleContext } from '@opendpf/kit/server'
import { type Kysely, sql } from 'kysely'

type Tools = Pick<ModuleContext, 'db' | 'secrets' | 'clock'>

const purpose = 'certificates_credential_key.private_key'

interface StoredKey {
  readonly publicKey: CredentialKey
  readonly privateKey: Uint8Array
}

/** What a county signs with now. Its first key is made when it is first asked for. */
export async function signerOf(county: string, tools: Tools): Promise<Signer> {
  const found = (await currentKey(county, tools)) ?? (await makeFirst(county, tools))
  return openSigner({
    publicKey: credentialKeySchema.parse(found.publicKey),
    privateKey: tools.secrets.open(found.privateKey, purpose),
  })
}

/**
 * Gives a county a new key. What was signed with the one before stays genuine, unless that one is no longer in the county's hands alone: then
 * it is withdrawn, and everything that it signed is not genuine from the next look at the published keys.
 */
export async function rotateKey(county: string, isCompromised: boolean, tools: Tools): Promise<void> {
  const now = tools.clock.now().toISOString()
  await sql`update certificates_credential_key set until = ${now}::timestamptz, withdrawn_at = case when ${isCompromised}::boolean then ${now}::timestamptz end where issuer = ${county} and until is null`.execute(
    tools.db,
  )
  await makeKey(county, tools)
}

/** Counties whose key has signed since a day. */
export async function countiesWithKeySince(before: string, { db }: Pick<Tools, 'db'>): Promise<readonly string[]> {
  const { rows } = await sql<{
    county: string
  }>`select issuer as county from certificates_credential_key where until is null and since < ${before}::timestamptz`.execute(
    db,
  )
  return rows.map(({ county }) => county)
}

/** Seals private keys with the deployment's latest key, so that older ones of its ring need not be kept for them. */
export async function resealKeys({ db, secrets }: Tools): Promise<void> {
  const { rows } = await sql<{ kid: string; privateKey: Uint8Array }>`
    select kid, private_key as "privateKey" from certificates_credential_key where until is null for update`.execute(db)
  for (const { kid, privateKey } of rows)
    await sql`update certificates_credential_key set private_key = ${secrets.seal(secrets.open(privateKey, purpose), purpose)} where kid = ${kid}`.execute(
      db,
    )
}

/** Every key that was not withdrawn, the newest first: what anybody verifies with. */
export async function publishedKeys(db: Kysely<unknown>): Promise<CredentialKeys> {
  const { rows } = await sql<{
    key: unknown
  }>`select public_key as key from certificates_credential_key where withdrawn_at is null order by since desc, kid`.execute(
    db,
  )
  return { keys: rows.map(({ key }) => credentialKeySchema.parse(key)) }
}

async function currentKey(county: string, { db }: Pick<Tools, 'db'>): Promise<StoredKey | undefined> {
  const { rows } = await sql<StoredKey>`
    select public_key as "publicKey", private_key as "privateKey" from certificates_credential_key where issuer = ${county} and until is null`.execute(
    db,
  )
  return rows[0]
}

/** Two servers may come to it at once: the second waits for the first, and takes its key. */
async function makeFirst(county: string, tools: Tools): Promise<StoredKey> {
  await makeKey(county, tools)
  const made = await currentKey(county, tools)
  if (!made) throw new Error(`county ${county} has no signing key`)
  return made
}

async function makeKey(county: string, { db, secrets, clock }: Tools): Promise<void> {
  const { publicKey, privateKey } = await makeKeyPair(county)
  await sql`insert into certificates_credential_key (kid, issuer, public_key, private_key, since)
    values (${publicKey.kid}, ${county}, ${JSON.stringify(publicKey)}::jsonb, ${secrets.seal(privateKey, purpose)}, ${clock.now().toISOString()}::timestamptz)
    on conflict (issuer) where until is null do nothing`.execute(db)
}
