import { OpenDpfError } from '@opendpf/errors'
import type { Actor, Attachment, AttachmentRules, PlacedRecord } from '@opendpf/kit'
import { fieldMeta } from '@opendpf/kit'
import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { uuidv7 } from 'uuidv7'
import type { Platform } from '../platform/platform.js'
import { insertAttachment, lockContent } from './attachment-rows.js'
import type { AttachmentStore } from './attachment-store.js'
import { hashOfContent } from './attachment-store.js'
import { PictureError } from './images/picture-error.js'
import { withoutMetadata } from './images/without-metadata.js'
import { type AttachmentText, attachmentTexts } from './messages.js'
import { endingOf, isPhonePhoto, recogniseFile } from './recognise.js'
import type { ScanFile } from './scan-file.js'

/** Files of one person that wait for their row. */
const looseAtMost = 200
const megabyte = 1024 * 1024

/** Who brings a file, for which field, and what keeps it. */
export interface TakeInRequest {
  readonly platform: Platform
  readonly store: AttachmentStore
  readonly scan: ScanFile
  readonly actor: Actor
  readonly locale: Locale
  readonly record: PlacedRecord
  readonly field: string
  /** As it was called where it came from; undefined when it came without a name. */
  readonly name: string | undefined
}

/** How many files of what kind and size a field takes. */
export function rulesOf(record: PlacedRecord, field: string): AttachmentRules {
  const rules = fieldMeta(record, field).attachments
  if (!rules) throw new Error(`${record.ref}.${field} takes no files`)
  return rules
}

/**
 * Keeps one file for a row to come: looked through for malware, recognised by its content, freed of what a camera adds, sealed. It is
 * loose until its uploader writes a row that carries its id.
 *
 * @param content undefined when it was larger than the field takes
 * @throws OpenDpfError `invalid-input` that says at the field what to do; `unavailable` when the scanner or the store cannot be reached
 */
export async function takeIn(request: TakeInRequest, content: Buffer | undefined): Promise<Attachment> {
  const { platform, store, scan, actor, record, field } = request
  const rules = rulesOf(record, field)
  if (content === undefined) return refuse(request, 'attachmentTooLarge', { limit: rules.maxBytes / megabyte })
  if (content.length === 0) return refuse(request, 'attachmentEmpty')
  const scanned = await scan(content)
  if (!scanned.isClean) return refuse(request, 'attachmentInfected', { found: scanned.found })
  const type = await recogniseFile(content)
  if (type === undefined && rules.types.includes('image/jpeg') && (await isPhonePhoto(content)))
    return refuse(request, 'attachmentPhonePhoto')
  if (type === undefined || !rules.types.includes(type))
    return refuse(request, 'attachmentType', { accepted: acceptedBy(rules, request.locale) })
  const kept = clean(request, () => withoutMetadata(type, content))
  const hash = hashOfContent(kept)
  const county = actor.scope.level === 'all' ? '000000' : actor.scope.code.slice(0, 6)
  const place = store.placeOf(county, hash)
  const file: Attachment = {
    id: uuidv7(),
    hash,
    name: nameOf(request.name, endingOf(type)),
    type,
    bytes: kept.length,
  }
  const loose = await countLoose(request)
  if (loose >= looseAtMost) return refuse(request, 'attachmentTooMany', { count: loose })
  await store.put(place, kept)
  await platform.pool.transact({ level: 'all' }, async (session) => {
    await lockContent(session, place)
    // the last other file with this content may have gone since it was found to be there
    await store.put(place, kept)
    const uploadedAt = platform.clock.now().toISOString()
    const line = { ...place, file, record: record.ref, field, rowId: null, uploadedBy: actor.id, uploadedAt }
    await insertAttachment(session, line, platform.crypto)
  })
  return file
}

/** How many files of the uploader wait for their row. */
async function countLoose({ platform, actor }: TakeInRequest): Promise<number> {
  const [row] = await platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ count: number }>({
      text: 'select count(*) from system_attachment where uploaded_by = $1 and row_id is null',
      values: [actor.id],
    }),
  )
  return row?.count ?? 0
}

function clean(request: TakeInRequest, work: () => Buffer): Buffer {
  try {
    return work()
  } catch (error) {
    if (error instanceof PictureError || error instanceof RangeError) return refuse(request, 'attachmentDamaged')
    throw error
  }
}

/** What a file is called where it is shown: one line, no folders, with an ending that tells what it is. */
export function nameOf(name: string | undefined, ending: string): string {
  const plain = (name ?? '')
    .replaceAll('\\', '/')
    .split('/')
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return plain ? plain.slice(-200) : `file${ending}`
}

function acceptedBy(rules: AttachmentRules, locale: Locale): string {
  const names = rules.types.map((type) => endingOf(type).slice(1).toUpperCase())
  return names.join(locale === 'zh-CN' ? '、' : ', ')
}

function refuse(
  request: TakeInRequest,
  code: AttachmentText,
  params: Readonly<Record<string, string | number>> = {},
): never {
  const { platform, record, field, locale, name } = request
  const label = platform.registry.text(record.module, locale, `${record.name}.${field}`)
  const message = messageOf(attachmentTexts, locale, code, { label, name: name ?? '', ...params })
  throw new OpenDpfError('invalid-input', { fields: [{ path: field, code, message }] })
}
