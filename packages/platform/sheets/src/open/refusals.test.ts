import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test as propertyTest } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { isSheetError, sheetErrorText } from '../errors/sheet-error.js'
import { sheetErrorTexts } from '../errors/sheet-error-texts.js'
import { collect, rowsOf } from '../testing/collect.js'
import { archive, plainSheet, workbookByHand, workbookOf } from '../testing/workbook-by-hand.js'
import type { SheetLimits } from './limits.js'
import { openSheet, readRows } from './open-sheet.js'

const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600_000), Buffer.from(`${name}\0`, 'utf16le')])
const relations = (target: string) =>
  `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`
const good = () =>
  workbookOf(
    plainSheet('表', [
      ['甲', '乙'],
      ['丙', '丁'],
    ]),
  )

async function codeOf(file: Uint8Array | string, limits: Partial<SheetLimits> = {}): Promise<string> {
  try {
    const workbook = await openSheet(file, { limits })
    await collect(readRows(workbook, 0))
    return 'read'
  } catch (error) {
    if (!isSheetError(error)) throw error
    expect(sheetErrorText(error, 'zh-CN')).not.toMatch(/\{\{/)
    expect(sheetErrorText(error, 'en')).not.toMatch(/\{\{/)
    return error.code
  }
}

describe('files that are not read say what they are', () => {
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['FILE_EMPTY', () => new Uint8Array()],
    ['OLD_EXCEL_FILE', () => compound('Workbook')],
    ['FILE_ENCRYPTED', () => compound('EncryptedPackage')],
    ['NOT_A_SPREADSHEET', () => compound('WordDocument')],
    ['HTML_FILE', () => Buffer.from('\uFEFF <html><table><tr><td>姓名</td></tr></table></html>')],
    ['HTML_FILE', () => Buffer.from('<table border="1"><tr><td>姓名</td></tr></table>')],
    [
      'XML_SPREADSHEET_FILE',
      () => Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['NOT_A_SPREADSHEET', () => Buffer.from('%PDF-1.7 ...')],
    ['NOT_A_SPREADSHEET', () => Buffer.from('89504e470d0a1a0a00', 'hex')],
    [
      'NOT_A_SPREADSHEET',
      () => archive({ '_rels/.rels': relations('word/document.xml'), 'word/document.xml': '<document/>' }),
    ],
    ['NOT_A_SPREADSHEET', () => archive({ 'a.txt': 'x' })],
    [
      'OPEN_DOCUMENT_FILE',
      () => archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    ['BINARY_EXCEL_FILE', () => archive({ '_rels/.rels': relations('xl/workbook.bin'), 'xl/workbook.bin': 'x' })],
    ['FILE_DAMAGED', async () => (await good()).slice(0, -60)],
    ['FILE_DAMAGED', () => workbookByHand({ sheet: '<worksheet><sheetData><row><c></row>' })],
    ['FILE_DAMAGED', () => workbookByHand({ sheet: '<worksheet><sheetData><row><c><v>1</v></c></row>' })],
    ['TEXT_NOT_READABLE', () => Buffer.from('ff41ff42ff0a', 'hex')],
    ['NOT_A_SPREADSHEET', () => Buffer.from('00010203000000ff10000000', 'hex')],
    ['FILE_DAMAGED', () => Buffer.from('a,"b\n')],
  ]
  test.each(cases)('%s %#', async (code, file) => expect(await codeOf(new Uint8Array(await file()))).toBe(code))

  test('damage in the middle of the compressed data', async () => {
    const file = await workbookOf(
      plainSheet(
        '表',
        Array.from({ length: 2000 }, (_, i) => [`王${i}`, i * 7919]),
      ),
    )
    file.fill(0x55, file.length / 2 - 500, file.length / 2)
    expect(await codeOf(file)).toBe('FILE_DAMAGED')
  })

  test('entities cannot blow a document up', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    expect(await codeOf(await workbookByHand({ sheet: bomb }))).toBe('FILE_DAMAGED')
  })
})

describe('limits', () => {
  test('each is kept, with a code of its own', async () => {
    const file = await good()
    expect(await codeOf(file)).toBe('read')
    expect(await codeOf(file, { fileBytes: 100 })).toBe('FILE_TOO_LARGE')
    expect(await codeOf(file, { unpackedBytes: 400 })).toBe('UNPACKS_TOO_LARGE')
    expect(await codeOf(file, { rows: 1 })).toBe('TOO_MANY_ROWS')
    expect(await codeOf(file, { columns: 1 })).toBe('TOO_MANY_COLUMNS')
    expect(await codeOf(file, { cellLength: 0 })).toBe('CELL_TOO_LONG')
    expect(await codeOf(await workbookOf(plainSheet('a', [['1']]), plainSheet('b', [['1']])), { sheets: 1 })).toBe(
      'TOO_MANY_SHEETS',
    )
    const text = new Uint8Array(Buffer.from('甲,乙\n丙,丁\n'))
    expect(await codeOf(text, { rows: 1 })).toBe('TOO_MANY_ROWS')
    expect(await codeOf(text, { columns: 1 })).toBe('TOO_MANY_COLUMNS')
    expect(await codeOf(text, { cellLength: 0 })).toBe('CELL_TOO_LONG')
  })

  test('a bomb is stopped by what it unpacks to, not by what it claims', async () => {
    const bomb = await workbookByHand({
      sheet: `<worksheet><sheetData>${' '.repeat(30_000_000)}</sheetData></worksheet>`,
    })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await codeOf(bomb, { unpackedBytes: 5_000_000 })).toBe('UNPACKS_TOO_LARGE')
  })

  test('formatted but empty rows and columns count for nothing', async () => {
    const empty = Array.from(
      { length: 50 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/><c r="XFD${i + 2}" s="1"/></row>`,
    )
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>${empty.join('')}</sheetData></worksheet>`
    expect(await rowsOf(await workbookByHand({ sheet }), 0, { limits: { rows: 1, columns: 1 } })).toHaveLength(1)
  })
})

test('a file on disk is read like bytes, and reading may stop anywhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
  try {
    const path = join(folder, '名册.xlsx')
    await writeFile(
      path,
      await workbookOf(
        plainSheet(
          '表',
          Array.from({ length: 5000 }, (_, i) => [i]),
        ),
      ),
    )
    const workbook = await openSheet(path)
    expect(workbook.name).toBe('名册.xlsx')
    for await (const row of readRows(workbook, 0)) if (row.number === 3) break
    expect(await collect(readRows(workbook, 0))).toHaveLength(5000)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('every code says what happened in both languages', () => {
  for (const texts of [sheetErrorTexts['zh-CN'], sheetErrorTexts.en]) {
    for (const text of Object.values(texts)) expect(text.length).toBeGreaterThan(10)
  }
})

describe('whatever the bytes are, they are read or refused with a code', () => {
  propertyTest.prop([fc.uint8Array({ maxLength: 300 })])('any bytes', async (bytes) => {
    expect(typeof (await codeOf(bytes))).toBe('string')
  })

  propertyTest.prop([
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 }),
    fc.double({ min: 0.2, max: 1, noNaN: true }),
  ])('a workbook with bytes changed and its end cut off', async (changes, share) => {
    const file = (await good()).slice()
    for (const [at, byte] of changes) file[at % file.length] = byte
    expect(typeof (await codeOf(file.slice(0, Math.ceil(file.length * share))))).toBe('string')
  })
})
