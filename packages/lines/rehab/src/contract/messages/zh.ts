/** The line's own texts in Chinese. */
export const zh = { title: '康复' } as const
