/** One record type inside a sheet that fills several: a roster row is a person and a certificate. */
export interface ImportPart {
  /** `<module>.<record>` */
  readonly record: string
  /** The exact field that says which row is meant; a row that matches several is an error, never a guess. */
  readonly key: string
  /** Fields taken from the sheet. Default: every input field of the record. */
  readonly fields?: readonly string[]
  /** A reference of this record to an earlier part: `{ person: 'persons.person' }`. */
  readonly links?: Readonly<Record<string, string>>
}

/** A sheet that counties send, as data. Every record with `import` has a plain one of its own without declaring it. */
export interface ImportDef {
  /** Message of the module. */
  readonly title: string
  readonly parts: readonly [ImportPart, ...ImportPart[]]
}

/** Declares a sheet that fills several record types at once. */
export function defineImport(definition: ImportDef): ImportDef {
  return definition
}
