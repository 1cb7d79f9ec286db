import type { zh } from './zh.js'

/** The line's own texts in English. */
export const en: { readonly [Key in keyof typeof zh]: string } = { title: 'Rehabilitation' }
