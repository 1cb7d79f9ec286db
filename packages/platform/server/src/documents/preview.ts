import { messageOf } from '@opendpf/messages'
import { makeTree } from './make-tree.js'
import { documentTexts } from './messages.js'
import { type NamedDocument, requirePrinting } from './named-document.js'
import { lockRow, logRevealed, renderTrees } from './print-row.js'
import type { PaperViewer } from './read-copies.js'
import { refusalOf } from './refuse-document.js'

/**
 * The document as it would be printed, with 预览 across every page. It is no copy and is not counted; what it shows in full is in the
 * access log all the same.
 */
export async function previewDocument(document: NamedDocument, id: string, viewer: PaperViewer): Promise<Uint8Array> {
  const { platform, actor, locale } = viewer
  requirePrinting(actor, document, platform.registry)
  await platform.divisions.ready()
  const { tree, revealed } = await platform.pool.transact(actor.scope, async (session) => {
    const row = await lockRow(document, id, { platform, actor, session })
    const refusal = refusalOf(document, row, { platform, locale })
    if (refusal) throw refusal
    return makeTree(document, row, { platform, session, actor })
  })
  await logRevealed(revealed, messageOf(documentTexts, locale, 'preview'), viewer)
  const { bytes } = await renderTrees([tree], { locale, watermark: documentTexts['zh-CN'].preview })
  return bytes
}
