export { figuresAdmin } from './figures-admin.js'
export { FigureRows } from './rows/figure-rows.js'
