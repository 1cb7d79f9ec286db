import type { PlacedRecord } from '@opendpf/kit'
import { attachmentsIn, fieldsOf } from '@opendpf/kit'
import type { Attack, Target } from './requests.js'

const nobody = '00000000-0000-7000-8000-000000000000'
const bytes = (text: string, length = text.length): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.alloc(length, text, 'latin1'))
const endOfPng = '\x00\x00\x00\x00IEND\xaeB`\x82'

const fileFields = (record: PlacedRecord) => fieldsOf(record).filter(({ meta }) => meta.kind === 'attachments')

/** Files that no field takes: nothing, too much, other kinds under whatever name, and what is broken. */
export function upload(record: PlacedRecord, { address }: Target): readonly Attack[] {
  return fileFields(record).flatMap(({ name, meta }) => {
    const attack = (what: string, body: Uint8Array<ArrayBuffer>, more: Partial<Attack> = {}): Attack => ({
      what,
      method: 'POST',
      path: `${address}/attachments/${name}`,
      body,
      status: [422],
      field: name,
      ...more,
    })
    const named = (file: string) => ({ headers: { 'content-disposition': `attachment; filename="${file}"` } })
    const { field: _, ...unnamed } = attack('a parameter in the address', bytes('x'), { status: [400] })
    return [
      attack('nothing', bytes('')),
      attack('a byte too much', bytes('%PDF-1.7', (meta.attachments?.maxBytes ?? 0) + 1)),
      // where text is taken it is text, and served as such
      ...(meta.attachments?.types.includes('text/plain')
        ? []
        : [
            attack('a page that runs', bytes('<html><script>alert(1)</script>'), named('scan.png')),
            attack(
              'a drawing that runs',
              bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
              named('scan.png'),
            ),
          ]),
      attack('a program', bytes('MZ\x90\0\x03\0\0\0'), named('scan.pdf')),
      attack('an archive', bytes('PK\x03\x04'), named('scan.jpg')),
      attack('a PNG that breaks off', bytes('\x89PNG\r\n\x1a\n\0\0\xff\xffIHDR')),
      attack('a PNG without a picture', bytes(`\x89PNG\r\n\x1a\n${endOfPng.slice(0, 3)}`)),
      attack('a JPEG that breaks off', bytes('\xff\xd8\xff\xe0\xff\xffJFIF\0')),
      { ...unnamed, path: `${unnamed.path}?nope=1` },
    ]
  })
}

/** Files of rows that are not there, are elsewhere, or have no such file. */
export function download(record: PlacedRecord, target: Target): readonly Attack[] {
  return about(record, target, (path) => [
    { what: 'a file that is not there', method: 'GET', path: path(target.here.id, nobody), status: [404] },
    { what: 'a strange id', method: 'GET', path: path(target.here.id, '%00'), status: [400, 404] },
    { what: 'of no row', method: 'GET', path: path(nobody, nobody), status: [404] },
    { what: 'a strange instant', method: 'GET', path: `${path(target.here.id, nobody)}?asOf=nope`, status: [400] },
    { what: 'a parameter', method: 'GET', path: `${path(target.here.id, nobody)}?nope=1`, status: [400] },
  ])
}

/** The same with a reason, and without one. */
export function openWithReason(record: PlacedRecord, target: Target): readonly Attack[] {
  const post = (what: string, path: string, body: unknown, status: number): Attack => ({
    what,
    method: 'POST',
    path: `${path}/reveal`,
    body,
    status: [status],
  })
  return about(record, target, (path, file) => [
    post('a file that is not there', path(target.here.id, nobody), { reason: '核对' }, 404),
    post('of no row', path(nobody, file), { reason: '核对' }, 404),
    ...[{}, { reason: ' ' }, { reason: 5 }, { reason: 'x'.repeat(201) }, { reason: '核对', nope: 1 }].map((body) =>
      post(JSON.stringify(body).slice(0, 40), path(target.here.id, file), body, 400),
    ),
  ])
}

function about(
  record: PlacedRecord,
  { address, here, there }: Target,
  attacks: (path: (id: string, file: string) => string, file: string) => readonly Attack[],
): readonly Attack[] {
  return fileFields(record).flatMap(({ name }) => {
    const path = (id: string, file: string): string => `${address}/${id}/attachments/${name}/${file}`
    const file = attachmentsIn(here.values[name])[0]?.id ?? nobody
    const elsewhere = there && attachmentsIn(there.values[name])[0]?.id
    const { what, ...fetch } = {
      what: 'of a row elsewhere',
      method: 'GET',
      path: path(there?.id ?? '', elsewhere ?? ''),
    }
    const others: readonly Attack[] = elsewhere
      ? [
          { what, ...fetch, status: [404] },
          { what: 'of a row elsewhere, under one here', method: 'GET', path: path(here.id, elsewhere), status: [404] },
        ]
      : []
    return [...attacks(path, file), ...others]
  })
}
