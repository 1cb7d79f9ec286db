import { OpenDpfError } from '@opendpf/errors'
import type { Actor, DocumentCopy, PlacedRecord, RowDocument } from '@opendpf/kit'
import { documentsOfRow, permissionFor } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import { requirePermission } from '../platform/actors.js'
import { codecOf, type Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { isReadable } from '../read/readable-with.js'
import { createReader } from '../read/reader.js'
import { servicesOf } from '../system/services.js'
import { type CopyRow, copyRecordOf } from './copy-row.js'
import { documentTexts } from './messages.js'
import { documentNamed, type NamedDocument, requirePrinting } from './named-document.js'
import { logRevealed } from './print-row.js'
import { problemsOf, refusalOf } from './refuse-document.js'

/** Who asks about papers. */
export interface PaperViewer {
  readonly platform: Platform
  readonly actor: Actor
  readonly locale: Locale
}

/** The documents that belong to a row: which may be printed now, why not the others, and what was printed. */
export async function listDocuments(
  record: PlacedRecord,
  id: string,
  viewer: PaperViewer,
): Promise<readonly RowDocument[]> {
  const { platform, actor, locale } = viewer
  requirePermission(actor, permissionFor(record, 'read'))
  requirePermission(actor, permissionFor(record, 'print'))
  const row = await rowOf(record, id, viewer)
  const copies = Map.groupBy(await copyRows(record, id, viewer), ({ document }) => document)
  return documentsOfRow(record, row).map(([name]) => {
    const document = documentNamed(record, name)
    const problems = problemsOf(denialOf(document, viewer) ?? refusalOf(document, row, { platform, locale }), locale)
    return {
      name,
      isAvailable: problems.length === 0,
      problems,
      copies: (copies.get(name) ?? []).map(shown).toSorted((a, b) => b.copy - a.copy),
    }
  })
}

/** The file of a copy. Asked for again it shows what it showed then, and that is in the access log again. */
export async function readCopy(
  document: NamedDocument,
  { id, copy, isAgain }: { readonly id: string; readonly copy: number; readonly isAgain: boolean },
  viewer: PaperViewer,
): Promise<{ readonly row: CopyRow; readonly content: AsyncGenerator<Uint8Array> }> {
  const { platform, actor, locale } = viewer
  requirePrinting(actor, document, platform.registry)
  const { county } = await rowOf(document.record, id, viewer)
  const row = (await copyRows(document.record, id, viewer)).find(
    (one) => one.document === document.name && one.copy === copy,
  )
  if (!row) throw new OpenDpfError('not-found')
  const revealed = row.shows.map((one) => ({ ...one, county }))
  if (isAgain) await logRevealed(revealed, messageOf(documentTexts, locale, 'reprint'), viewer)
  return { row, content: servicesOf(platform).attachments.get({ county: row.county, digest: row.digest }) }
}

function denialOf(document: NamedDocument, { actor, platform }: PaperViewer): OpenDpfError | undefined {
  try {
    requirePrinting(actor, document, platform.registry)
    return undefined
  } catch (error) {
    if (error instanceof OpenDpfError) return error
    throw error
  }
}

async function rowOf(record: PlacedRecord, id: string, { platform, actor }: PaperViewer): Promise<Row> {
  const read = createReader({ platform, actor, run: (work) => platform.pool.use(actor.scope, work) })
  const row = (await read.one(record, id)) as unknown as Row | undefined
  if (!row || !isReadable(record, row, { actor, registry: platform.registry })) throw new OpenDpfError('not-found')
  return row
}

async function copyRows(
  record: PlacedRecord,
  id: string,
  { platform, actor }: PaperViewer,
): Promise<readonly CopyRow[]> {
  const codec = codecOf(copyRecordOf(platform), platform.crypto)
  const rows = await platform.pool.use(actor.scope, (session) =>
    session.query<Readonly<Record<string, unknown>>>({
      name: 'copies-of-row',
      text: `select ${codec.list} from system_document where record = $1 and row_id = $2 order by copy`,
      values: [record.ref, id],
    }),
  )
  return rows.map((stored) => codec.decode(stored) as unknown as CopyRow)
}

const shown = ({ copy, madeAt, madeByName, hash, fileBytes }: CopyRow): DocumentCopy => ({
  copy,
  madeAt,
  madeByName,
  hash,
  bytes: fileBytes,
})
