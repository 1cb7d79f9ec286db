/**
 * A document that is made from one row: a form, a receipt, a letter. Whoever prints it needs the permission `<record>.print`, and
 * `<record>.reveal` of every record that it shows values of which are masked elsewhere.
 */
export interface DocumentDef<Record_ extends string = string> {
  /** The module's record, by its name. */
  readonly record: Record_
  /** States of the record's workflow in which it may be made. Default: all. */
  readonly states?: readonly string[]
  /** Rows that it belongs to, by the values of a choice: a row with another value has no such document. */
  readonly where?: Readonly<Record<string, readonly string[]>>
  /** Fields that must be filled: it would be a form with a hole. */
  readonly needs?: readonly string[]
  /**
   * Values of the classes S3 and S4 that are printed in full, by `<module>.<record>`. What is not named here is printed masked. Each
   * printing of such a value is a line in the access log.
   */
  readonly reveals?: Readonly<Record<string, readonly string[]>>
}

type Documents = Readonly<Record<string, DocumentDef>>

/** Something that documents are declared for. */
interface WithDocuments {
  readonly documents?: Documents
}

/** The documents of one record among those of its module. */
export function documentsOf(documents: Documents, record: string): Documents {
  return Object.fromEntries(Object.entries(documents).filter(([, document]) => document.record === record))
}

/** Whether anything can be printed from rows of a record. */
export function hasDocuments({ documents = {} }: WithDocuments): boolean {
  return Object.keys(documents).length > 0
}

/** The documents that belong to a row, by name: those whose conditions its values meet, whatever its state. */
export function documentsOfRow(
  { documents = {} }: WithDocuments,
  row: Readonly<Record<string, unknown>>,
): readonly (readonly [string, DocumentDef])[] {
  return Object.entries(documents).filter(([, { where = {} }]) =>
    Object.entries(where).every(([field, values]) => values.includes(String(row[field]))),
  )
}

/** The fields that a document shows in full of one record. */
export function revealsOf({ reveals = {} }: DocumentDef, ref: string): readonly string[] {
  return reveals[ref] ?? []
}
