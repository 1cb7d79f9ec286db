import { targetKinds } from '../target/target.js'

/** A column of a sheet: its key in the flat form of a row, and what its cells hold. */
export interface FileColumn {
  readonly key: string
  /** The message that heads it, where the key means something else on another sheet. */
  readonly heading?: string
  /** `choice:<prefix>`: the labels are the module's messages `<prefix>.<value>`. */
  readonly kind: 'text' | 'number' | 'date' | `choice:${string}`
  readonly isRequired?: boolean
}

const text = (key: string, isRequired = false): FileColumn => ({ key, kind: 'text', isRequired })
const number = (key: string, isRequired = false): FileColumn => ({ key, kind: 'number', isRequired })
const date = (key: string): FileColumn => ({ key, kind: 'date' })
const choice = (key: string, prefix: string, isRequired = true): FileColumn => ({
  key,
  kind: `choice:${prefix}`,
  isRequired,
})

/** A target in four columns; a single value stands in the first of the two numbers. */
const target: readonly FileColumn[] = [
  choice('target.kind', 'target'),
  number('target.value'),
  number('target.to'),
  text('target.reason'),
]

/** The sheets of a plan as a workbook; headings are the messages `file.column.<key>`, sheets are called `file.sheet.<name>`. */
export const fileSheets = {
  plan: [
    text('title', true),
    choice('kind', 'plan.kind'),
    text('division', true),
    number('firstYear', true),
    { ...number('lastYear', true), heading: 'untilYear' },
    text('organisation'),
    text('document'),
    text('goals'),
  ],
  sections: [text('key', true), choice('kind', 'section.kind'), text('title', true), text('text')],
  projects: [text('key', true), text('title', true), text('text'), text('organisation'), number('budget')],
  items: [
    text('number', true),
    text('title', true),
    text('task'),
    text('section'),
    text('project'),
    choice('line', 'item.line'),
    choice('source', 'item.source'),
    text('sourceDocument'),
    text('organisation'),
    text('owner'),
    choice('unit', 'item.unit'),
    text('unitWord'),
    ...target,
    text('denominator'),
    number('lastYear'),
    text('indicator'),
    text('filters'),
    date('startsOn'),
    date('dueOn'),
    text('partOf'),
    choice('partKind', 'item.partKind', false),
    text('times'),
    number('each'),
  ],
  yearly: [text('item', true), number('year', true), ...target],
  splits: [text('item', true), text('division', true), ...target, text('note')],
} as const satisfies Readonly<Record<string, readonly FileColumn[]>>

export type FileSheet = keyof typeof fileSheets
export const fileSheetNames = Object.keys(fileSheets) as readonly FileSheet[]

/** The values that a column of choices takes. */
export const fileChoices: Readonly<Record<string, readonly string[]>> = { target: targetKinds }
