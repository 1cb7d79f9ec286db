import { PDFiumLibrary as Library, type PDFiumLibrary } from '@hyzyla/pdfium'

/** A page as somebody gets to see it. */
export interface SeenPage {
  readonly text: string
  /** Points; the page's own size. */
  readonly width: number
  readonly height: number
  /** The first and last column with any ink, in points from the left; none on an empty page. */
  readonly inks: readonly { readonly left: number; readonly right: number }[]
  /** One byte a pixel, 0 black to 255 white, one pixel a point. */
  readonly grey: Uint8Array
}

export interface SeenPdf {
  readonly pages: readonly SeenPage[]
  readonly text: string
}

let library: Promise<PDFiumLibrary> | undefined

/** Opens a PDF file with a program that had no part in making it: what its pages say and how they look. For tests. */
export async function openPdf(bytes: Uint8Array): Promise<SeenPdf> {
  library ??= Library.init()
  const document = await (await library).loadDocument(Buffer.from(bytes))
  try {
    const pages: SeenPage[] = []
    for (const page of document.pages()) {
      const text = page.getText()
      const { data, width, height } = await page.render({ scale: 1, render: 'bitmap' })
      const grey = greyOf(data)
      pages.push({ text, width, height, grey, inks: inksOf(grey, width) })
    }
    return { pages, text: pages.map(({ text }) => text).join('\n') }
  } finally {
    document.destroy()
  }
}

function greyOf(data: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: data.length / 4 }, (_, pixel) => {
    const at = pixel * 4
    return ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255)) / 3
  })
}

function inksOf(grey: Uint8Array, width: number): SeenPage['inks'] {
  const inked: number[] = []
  for (const [pixel, shade] of grey.entries()) if (shade < 200) inked.push(pixel % width)
  if (inked.length === 0) return []
  return [
    inked.reduce((range, x) => ({ left: Math.min(range.left, x), right: Math.max(range.right, x) }), {
      left: width,
      right: 0,
    }),
  ]
}
