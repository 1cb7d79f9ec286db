import { posix } from 'node:path'
import { SheetError } from '../errors/sheet-error.js'
import type { ByteSource } from '../source/byte-source.js'
import { unpackText } from '../zip/unpack-entry.js'
import type { ZipEntry } from '../zip/zip-directory.js'
import { type XmlHandlers, xmlStream } from './xml-stream.js'

/** A sheet as the workbook lists it, and where its cells are. */
export interface SheetPlace {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

/** What the workbook says about itself, before any cell is read. */
export interface WorkbookMap {
  readonly sheets: readonly SheetPlace[]
  readonly is1904: boolean
  readonly strings: ZipEntry | undefined
  readonly styles: ZipEntry | undefined
}

const smallPart = 16 * 1024 * 1024

interface Relation {
  readonly type: string
  readonly target: string
}

/**
 * Reads the list of sheets. Chart sheets and dialogs are left out.
 *
 * @throws SheetError FILE_DAMAGED, BINARY_EXCEL_FILE, OPEN_DOCUMENT_FILE, NOT_A_SPREADSHEET
 */
export async function readWorkbookMap(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<WorkbookMap> {
  const path = await workbookPath(source, entries)
  const relations = await readRelations(source, entries, path)
  const partOf = (type: string) => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target
    return target === undefined ? undefined : findEntry(entries, target)
  }
  const listed: Array<{ name: string; hidden: boolean; relation: string }> = []
  let is1904 = false
  await readPart(source, findEntry(entries, path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const relation = attributes['r:id'] ?? idOf(attributes)
      const hidden = attributes.state !== undefined && attributes.state !== 'visible'
      listed.push({ name: attributes.name ?? '', hidden, relation })
    },
  })
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const found = relations.get(relation)
    const entry = found?.type === 'worksheet' ? findEntry(entries, found.target) : undefined
    return entry === undefined ? [] : [{ name, hidden, entry }]
  })
  if (sheets.length === 0) throw new SheetError('FILE_DAMAGED')
  return { sheets, is1904, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

async function workbookPath(source: ByteSource, entries: ReadonlyMap<string, ZipEntry>): Promise<string> {
  const root = await readRelations(source, entries, '')
  const path = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target
  if (path?.endsWith('.bin')) throw new SheetError('BINARY_EXCEL_FILE')
  if (path !== undefined && findEntry(entries, path) !== undefined && !/\/(document|presentation)\d*\.xml$/.test(path))
    return path
  const kind = entries.get('mimetype')
  if (kind !== undefined && (await unpackText(source, kind, 1024)).includes('opendocument.spreadsheet')) {
    throw new SheetError('OPEN_DOCUMENT_FILE')
  }
  throw new SheetError('NOT_A_SPREADSHEET')
}

async function readRelations(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  owner: string,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(owner) === '.' ? '' : posix.dirname(owner)
  const entry = findEntry(entries, posix.join(folder, '_rels', `${posix.basename(owner)}.rels`))
  const relations = new Map<string, Relation>()
  await readPart(source, entry, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const target = attributes.Target ?? ''
      relations.set(attributes.Id ?? '', {
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      })
    },
  })
  return relations
}

async function readPart(source: ByteSource, entry: ZipEntry | undefined, handlers: XmlHandlers): Promise<void> {
  if (entry === undefined) return
  const stream = xmlStream(handlers)
  stream.write(Buffer.from(await unpackText(source, entry, smallPart)))
  stream.end()
}

// some programs differ in the case of part names
function findEntry(entries: ReadonlyMap<string, ZipEntry>, path: string): ZipEntry | undefined {
  const exact = entries.get(path)
  if (exact) return exact
  const wanted = path.toLowerCase()
  for (const [name, entry] of entries) if (name.toLowerCase() === wanted) return entry
  return undefined
}

// the prefix of the relation attribute is free
function idOf(attributes: Readonly<Record<string, string | undefined>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return (key === undefined ? undefined : attributes[key]) ?? ''
}
