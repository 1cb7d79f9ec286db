export { inkDifference, inkMapOf } from './ink-map.js'
export { openPdf, type SeenPage, type SeenPdf } from './open-pdf.js'
