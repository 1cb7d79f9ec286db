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

/**
 * A column of yes and no that stands for a dated row of another record: “on the allowance” is a period of the person's status. Yes on
 * a day that no period covers begins one with the day of the list; no ends the one that covers it with that day; empty says nothing.
 */
export interface ImportMark {
  /** Message of the module: what the column is called. */
  readonly title: string
  /** What counties write above it. */
  readonly headings?: readonly string[]
  /** `<module>.<record>` of the periods. */
  readonly record: string
  /** The reference of that record to an earlier part: `{ person: 'persons.person' }`. */
  readonly link: Readonly<Record<string, string>>
  /** What sets these periods apart from others of the same row: `{ kind: 'allowance' }`. */
  readonly only: Readonly<Record<string, string>>
  /** What a period that begins here holds beside. */
  readonly values?: Readonly<Record<string, unknown>>
  /** The fields with the first and the last day. */
  readonly from: string
  readonly until: string
}

/** A sheet that counties send, as data. Every record with `import` has a plain one of its own without declaring it. */
export interface ImportDef {
  /** Message of the module. */
  readonly title: string
  readonly parts: readonly [ImportPart, ...ImportPart[]]
  /** Columns that begin and end periods, by name. */
  readonly marks?: Readonly<Record<string, ImportMark>>
}

/** Declares a sheet that fills several record types at once. */
export function defineImport(definition: ImportDef): ImportDef {
  return definition
}
