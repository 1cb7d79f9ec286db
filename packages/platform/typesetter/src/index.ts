export { UndrawableTextError, undrawableIn } from './drawable.js'
export { type RenderedPdf, type RenderOptions, renderPdf } from './render-pdf.js'
