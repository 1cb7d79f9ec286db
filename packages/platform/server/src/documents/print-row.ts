import type { Session } from '@opendpf/database'
import type { DocumentTree } from '@opendpf/documents'
import { OpenDpfError } from '@opendpf/errors'
import type { Actor } from '@opendpf/kit'
import { isWithinScope } from '@opendpf/kit'
import { type Locale, messageOf } from '@opendpf/messages'
import { type RenderedPdf, renderPdf, UndrawableTextError } from '@opendpf/typesetter'
import { hashOfContent } from '../attachments/attachment-store.js'
import { codecOf, type Row } from '../platform/codec.js'
import type { Platform } from '../platform/platform.js'
import { isReadable } from '../read/readable-with.js'
import { servicesOf } from '../system/services.js'
import { tableStatements } from '../write/statements.js'
import type { WriteSession } from '../write/write-session.js'
import { rowOrThrow } from '../write/writer.js'
import { copyRecordOf } from './copy-row.js'
import { makeTree } from './make-tree.js'
import { documentTexts } from './messages.js'
import { documentTitle, type NamedDocument } from './named-document.js'
import { refusalOf } from './refuse-document.js'
import type { Revealed } from './sparing-reader.js'

/** Who prints, in one transaction of the write path. */
export interface PrintTools {
  readonly platform: Platform
  readonly actor: Actor
  readonly locale: Locale
  readonly write: WriteSession
  readonly session: Session
}

/** A copy that was made. */
export interface MadeCopy {
  readonly copy: number
  readonly tree: DocumentTree
}

/**
 * Makes one copy of a document: the file is stored, the copy is counted and written down with its hash, and what it shows in full is in the
 * access log before anybody has it. The row stays as it is until then.
 *
 * @throws OpenDpfError `not-found`, `wrong-state`, `invalid-input`
 */
export async function printRow(
  document: NamedDocument,
  rowId: string,
  tools: PrintTools & { readonly job?: string },
): Promise<MadeCopy> {
  const { platform, actor, locale, write, session, job = null } = tools
  const { record, name } = document
  const row = await lockRow(document, rowId, tools)
  const refusal = refusalOf(document, row, { platform, locale })
  if (refusal) throw refusal
  const { tree, revealed } = await makeTree(document, row, { platform, session, actor })
  const { bytes, pages } = await renderTrees([tree], { locale })
  const copy = 1 + (await copiesOf(document, rowId, session))
  const hash = hashOfContent(bytes)
  const { attachments } = servicesOf(platform)
  const place = attachments.placeOf(row.county ?? '', hash)
  const values = {
    title: documentTitle(platform.registry, locale, document),
    record: record.ref,
    rowId,
    rowVersion: row.version,
    document: name,
    copy,
    hash,
    digest: place.digest,
    fileBytes: bytes.byteLength,
    madeBy: actor.id,
    madeByName: actor.name,
    madeAt: platform.clock.now().toISOString(),
    shows: revealed.map(({ county: _, ...one }) => one),
    job,
    division: row.division,
  }
  const [outcome] = await write.apply(copyRecordOf(platform), [{ action: 'create', values }], 'module')
  if (!outcome) throw new OpenDpfError('not-found')
  rowOrThrow(outcome)
  await logRevealed(revealed, messageOf(documentTexts, locale, 'print'), { platform, actor })
  // last, and before the commit: a copy whose file is missing must not become visible
  await attachments.put(place, bytes)
  return { copy, tree: { ...tree, pages } }
}

/** A row that the actor may see, which nobody changes meanwhile. */
export async function lockRow(
  { record }: NamedDocument,
  id: string,
  { platform, actor, session }: Pick<PrintTools, 'platform' | 'actor' | 'session'>,
): Promise<Row> {
  const [row] = await tableStatements(record, codecOf(record, platform.crypto)).lock(session, [id])
  if (!row || !isWithinScope(actor.scope, row) || !isReadable(record, row, { actor, registry: platform.registry }))
    throw new OpenDpfError('not-found')
  return row
}

/** Lays trees out; a character that no font has is the fault of a value, and is said to whoever entered it. */
export async function renderTrees(
  trees: readonly DocumentTree[],
  { locale, ...options }: { readonly locale: Locale; readonly watermark?: string; readonly title?: string },
): Promise<RenderedPdf> {
  try {
    return await renderPdf(trees, options)
  } catch (error) {
    if (!(error instanceof UndrawableTextError)) throw error
    const message = messageOf(documentTexts, locale, 'undrawable', { characters: error.characters.join('、') })
    throw new OpenDpfError('invalid-input', { fields: [{ path: '', code: 'undrawable', message }], cause: error })
  }
}

/** Leaves a line in the access log for each row of which masked values are shown in full. */
export async function logRevealed(
  revealed: readonly Revealed[],
  reason: string,
  { platform, actor }: { readonly platform: Platform; readonly actor: Actor },
): Promise<void> {
  for (const [index, one] of revealed.entries()) {
    const access = { actor, kind: 'reveal', reason, ...one } as const
    if (index < revealed.length - 1) platform.accessLog.note(access)
    else await platform.accessLog.record(access)
  }
}

async function copiesOf({ record, name }: NamedDocument, rowId: string, session: Session): Promise<number> {
  const [found] = await session.query<{ last: number | null }>({
    name: 'last-copy',
    text: 'select max(copy) as last from system_document where record = $1 and row_id = $2 and document = $3',
    values: [record.ref, rowId, name],
  })
  return found?.last ?? 0
}
