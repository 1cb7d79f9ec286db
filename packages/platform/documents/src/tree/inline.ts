/**
 * A run of text within a line: plain, emphasised, underlined as what was filled into a blank, or a box that is ticked or not.
 * Text is data: no character in it has a meaning for the renderer, and a line feed begins a new line.
 */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'filled'; readonly text: string; readonly width?: number }
  | { readonly kind: 'box'; readonly isTicked: boolean; readonly text: string }

/** What stands in a line or a cell: one run, or several one after the other. */
export type Text = Inline | readonly Inline[]

/** ☑ or ☐ before its words. */
export function box(isTicked: boolean, text: string): Inline {
  return { kind: 'box', isTicked, text }
}

/** Boxes for all values of a choice, the one that was chosen ticked: `☑窗口  ☐网上申请`. */
export function boxes<Value extends string>(
  choices: readonly (readonly [Value, string])[],
  chosen: Value | null | undefined,
): readonly Inline[] {
  return choices.flatMap(([value, text], index) => [...(index === 0 ? [] : ['　']), box(value === chosen, text)])
}

/** Words in bold. */
export function strong(text: string): Inline {
  return { kind: 'strong', text }
}

/** Words on a line, as one fills in a blank; `width` in millimetres keeps the line where there are no words. */
export function filled(text: string | null | undefined, width?: number): Inline {
  return { kind: 'filled', text: text ?? '', ...(width === undefined ? {} : { width }) }
}

/** The characters of a text, as they are drawn. */
export function plainOf(text: Text): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return (text as readonly Inline[]).map(plainOf).join('')
  const run = text as Exclude<Inline, string>
  return run.kind === 'box' ? `${run.isTicked ? '☑' : '☐'}${run.text}` : run.text
}
