import { issueCredential } from '@opendpf/credentials'
import { OpenDpfError } from '@opendpf/errors'
import { attachmentsIn } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { type DisabilityGrade, isSevere } from '@opendpf/standards'
import { certificates, type ShownCredential } from '../../contract/index.js'
import { signerOf } from './credential-keys.js'
import { drawCode } from './draw-code.js'
import { entryOf } from './status-entries.js'

const { certificate } = certificates.records

/**
 * Makes what the holder of a certificate shows for the next hours. Only a valid certificate has one: a frozen or expired one attests nothing.
 *
 * @throws OpenDpfError `not-found`, `wrong-state`
 */
export async function showCredential(
  id: string,
  { hours, locale }: { readonly hours: number; readonly locale: Locale },
  context: ModuleContext,
): Promise<ShownCredential> {
  const { read, registry, today, clock } = context
  const row = await read.one(certificate, id)
  if (!row) throw new OpenDpfError('not-found')
  const { county, category, grade, issueDate, validTo, state } = row
  if (state !== 'valid' || validTo === null || validTo < today || !county || category === null || grade === null)
    throw new OpenDpfError('wrong-state', {
      params: { step: registry.text(certificates.id, locale, 'credential.show') },
    })
  // before any key: a transaction that waits for a list holds nothing that others wait for
  const { credential: name, list, index } = await entryOf({ id, county }, context)
  const signer = await signerOf(county, context)
  const gradeClass = isSevere(grade as DisabilityGrade, 'general') ? 'severe' : 'other'
  const { credential, presentation, ends } = await issueCredential(
    {
      id: name,
      county: await nameOf(county, context),
      category,
      gradeClass,
      grade,
      from: issueDate,
      until: validTo,
      ...photoOf(row.photo),
      status: { list, index },
    },
    { signer, now: clock.now(), hours },
  )
  return {
    credential,
    presentation,
    ends: ends.toISOString(),
    category,
    gradeClass,
    until: validTo,
    ...(await drawCode(presentation)),
  }
}

/** The hash of the photo as it is kept, in the writing of the credential. */
function photoOf(value: unknown): { readonly photo?: string } {
  const [photo] = attachmentsIn(value)
  return photo ? { photo: Buffer.from(photo.hash, 'hex').toString('base64url') } : {}
}

async function nameOf(county: string, { read, registry }: ModuleContext): Promise<string> {
  const [division] = await read.many(registry.record('system.division'), { code: `${county}000000` } as object)
  const name = (division as { readonly name?: unknown } | undefined)?.name
  return typeof name === 'string' ? name : county
}
