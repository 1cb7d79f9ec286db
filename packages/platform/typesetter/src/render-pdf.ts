import type { DocumentTree } from '@opendpf/documents'
import { a4 } from '@opendpf/documents'
import { refuseUndrawable } from './drawable.js'
import { queueJob } from './typst-thread.js'

export interface RenderOptions {
  /** Across every page: 预览 on what is not a copy. */
  readonly watermark?: string
  /** The title of the file. Default: that of the first document. */
  readonly title?: string
}

/** A file that was laid out. */
export interface RenderedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

/**
 * The documents as one PDF file, each on pages of its own: tagged, in Chinese, with the characters it uses embedded. The same trees always
 * give the same bytes: the file carries no date and no number of its own.
 *
 * @throws UndrawableTextError when a character is in none of the fonts: a paper without it would be wrong and nobody would see why
 */
export async function renderPdf(trees: readonly DocumentTree[], options: RenderOptions = {}): Promise<RenderedPdf> {
  const [first] = trees
  if (!first) throw new Error('there is no document to print')
  const { title = first.title, watermark = null } = options
  for (const tree of trees) refuseUndrawable(tree)
  const pictures: [string, Uint8Array][] = []
  const documents = trees.map((tree) => {
    const { paper = a4, size = 12, hasPageNumbers = true, pages = null, body } = tree
    return {
      paper,
      size,
      hasPageNumbers,
      pages,
      body: body.map((block) => {
        if (block.kind !== 'picture') return block
        const file = `picture-${pictures.length}.${block.format}`
        pictures.push([file, block.bytes])
        const { bytes: _, ...rest } = block
        return { ...rest, file }
      }),
    }
  })
  return queueJob({ run: JSON.stringify({ title, watermark, documents }), pictures })
}
