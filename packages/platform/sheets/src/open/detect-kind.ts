import { SheetError, type SheetErrorCode } from '../errors/sheet-error.js'
import { type ByteSource, piecesOf } from '../source/byte-source.js'

const startLength = 8192

const refusedStarts: ReadonlyArray<readonly [start: string, code: SheetErrorCode]> = [
  ['25504446', 'NOT_A_SPREADSHEET'],
  ['89504e47', 'NOT_A_SPREADSHEET'],
  ['ffd8ff', 'NOT_A_SPREADSHEET'],
  ['47494638', 'NOT_A_SPREADSHEET'],
  ['52617221', 'NOT_A_SPREADSHEET'],
  ['377abcaf', 'NOT_A_SPREADSHEET'],
  ['1f8b08', 'NOT_A_SPREADSHEET'],
  ['7b5c727466', 'NOT_A_SPREADSHEET'],
  ['0908', 'OLD_EXCEL_FILE'],
  ['09040600', 'OLD_EXCEL_FILE'],
  ['09020600', 'OLD_EXCEL_FILE'],
  ['09000400', 'OLD_EXCEL_FILE'],
]
const zipStart = '504b0304'
const compoundStart = 'd0cf11e0a1b11ae1'

/**
 * Tells by its content, never by its name, what a file is.
 *
 * @throws SheetError for everything but .xlsx and delimited text: FILE_EMPTY, OLD_EXCEL_FILE, FILE_ENCRYPTED, HTML_FILE,
 *   XML_SPREADSHEET_FILE, NOT_A_SPREADSHEET
 */
export async function detectKind(source: ByteSource): Promise<'xlsx' | 'csv'> {
  if (source.size === 0) throw new SheetError('FILE_EMPTY')
  const start = await source.read(0, startLength)
  const hex = Buffer.from(start.subarray(0, 8)).toString('hex')
  if (hex.startsWith(zipStart)) return 'xlsx'
  if (hex.startsWith(compoundStart)) throw new SheetError(await compoundCode(source))
  const refused = refusedStarts.find(([magic]) => hex.startsWith(magic))
  if (refused) throw new SheetError(refused[1])
  const markup = markupCode(start)
  if (markup) throw new SheetError(markup)
  return 'csv'
}

// both the old format and the encrypted new one live in a compound file; the names of its streams tell
async function compoundCode(source: ByteSource): Promise<SheetErrorCode> {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
  const old = [Buffer.from('Workbook\0', 'utf16le'), Buffer.from('Book\0', 'utf16le')]
  let before = Buffer.alloc(0)
  let code: SheetErrorCode = 'NOT_A_SPREADSHEET'
  for await (const piece of piecesOf(source)) {
    const bytes = Buffer.concat([before, piece])
    if (bytes.includes(encrypted)) return 'FILE_ENCRYPTED'
    if (old.some((name) => bytes.includes(name))) code = 'OLD_EXCEL_FILE'
    before = bytes.subarray(Math.max(0, bytes.length - encrypted.length))
  }
  return code
}

function markupCode(start: Uint8Array): SheetErrorCode | undefined {
  const wide = start[0] === 0xff && start[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(start, { stream: true }).trimStart().toLowerCase()
  if (!text.startsWith('<')) return undefined
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && !text.includes('<html'))
    return 'XML_SPREADSHEET_FILE'
  if (/<(?:html|table|!doctype html|head|meta|body|style|div)/.test(text)) return 'HTML_FILE'
  return text.startsWith('<?xml') ? 'NOT_A_SPREADSHEET' : undefined
}
