import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrationSets } from '@opendpf/database'
import { createBackup, restoreBackup } from '@opendpf/database/backup'
import { createFieldCipher, type KeyRing, keysOf, withNewKey } from '@opendpf/database/crypto'
import { loansServer } from '@opendpf/fixtures'
import type { Attachment } from '@opendpf/kit'
import type { ModuleServer } from '@opendpf/kit/server'
import {
  backupOfAttachments,
  createAttachmentStore,
  cryptoFromKeys,
  folderObjects,
  migrationsOf,
  resealAttachments,
  restoreAttachment,
  verifyAttachments,
  verifyAuditOn,
} from '@opendpf/server'
import { type Call, places, samplePicture, startTestServer, type TestServer } from '@opendpf/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'

const loans = '/api/v1/loans/loans'
const smallPdf = (text: string) => new Uint8Array(Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`))
const modules = [loansServer] as unknown as readonly ModuleServer[]
let server: TestServer
let clerk: Call
let row: { id: string; version: number }
let papers: readonly Attachment[]
let findings: readonly Attachment[]
beforeEach(async () => {
  server = await startTestServer({ modules, hasWork: true })
  clerk = server.as({ id: 'clerk' })
  papers = [await bring(smallPdf('one')), await bring(smallPdf('two'))]
  findings = [await bring(samplePicture(), 'findings')]
  const made = await clerk('POST', loans, {
    borrower: '张三',
    device: 'walker',
    division: places.village,
    papers,
    findings,
  })
  const changed = await clerk('PATCH', `${loans}/${made.body.id}`, { papers: papers.slice(1) }, { 'if-match': '"1"' })
  expect(changed.status).toBe(200)
  row = changed.body
})
afterEach(() => server.stop())

const bring = async (content: Uint8Array<ArrayBuffer>, field = 'papers'): Promise<Attachment> =>
  (await clerk('POST', `${loans}/attachments/${field}`, content)).body
const place = (file: Attachment | undefined) => {
  const { county, digest } = server.work.attachments.placeOf('990121', file?.hash ?? '')
  return join(server.work.folder, 'attachments', county, digest)
}
const verify = (of = server) => verifyAttachments(of.platform, of.work.attachments)
const finding = (kind: string, field: string, file: Attachment | undefined) => ({
  kind,
  record: 'loans.loan',
  recordId: row.id,
  field,
  file: file?.id,
})

it('every file that a row carries or carried is proved, and what is missing, altered or put in another’s place is named', async () => {
  expect(await verify()).toEqual([])
  const [past, present] = papers
  await rm(place(past))
  expect(await verify()).toEqual([finding('file-missing', 'papers', past)])
  const bytes = await readFile(place(present))
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
  await writeFile(place(present), bytes)
  await writeFile(place(findings[0]), await readFile(place(present)))
  expect(await verify()).toEqual([
    finding('file-changed', 'papers', present),
    finding('file-changed', 'findings', findings[0]),
    finding('file-missing', 'papers', past),
  ])
  const answer = await clerk('GET', `${loans}/${row.id}/attachments/papers/${present?.id}`).catch(
    (error: Error) => error.message,
  )
  expect(answer).toMatch(/answered 500/)
})

it('a file that another line of the table leads to is noticed, since the row says what it holds', async () => {
  await server.connect('owner', (client) =>
    client.query(
      'update system_attachment set digest = o.digest, hash = o.hash from system_attachment o where system_attachment.id = $1 and o.id = $2',
      [papers[1]?.id, papers[0]?.id],
    ),
  )
  expect(await verify()).toEqual([finding('file-changed', 'papers', papers[1])])
})

it('a backup takes the files along, and a restore into an empty place has them all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opendpf-files-backup-'))
  const other = await startTestServer({ modules, hasWork: true })
  try {
    const file = join(folder, 'all.tar')
    const missing: string[] = []
    const made = await createBackup({
      connection: { ...server.database.connectionFor('owner') },
      file,
      clock: server.clock,
      version: 'test',
      files: backupOfAttachments(server.work.attachments, ({ digest }) => void missing.push(digest)),
    })
    expect([made.files?.count, missing]).toEqual([3, []])
    const bytes = await readFile(file)
    expect(bytes.includes('%PDF')).toBe(false)
    await restoreBackup({
      connection: { ...other.database.connectionFor('owner') },
      file,
      replace: true,
      expectedSchema: () =>
        migrationSets(migrationsOf(modules)).flatMap(({ module, migrations }) =>
          Object.keys(migrations).map((name) => `${module}/${name}`),
        ),
      verify: async (session) => expect(await verifyAuditOn(session, other.platform)).toEqual([]),
      putFile: restoreAttachment(other.work.attachments),
    })
    expect(await verify(other)).toEqual([])
    const reader = other.as({ id: 'reader' })
    const { bytes: content } = await reader('GET', `${loans}/${row.id}/attachments/papers/${papers[1]?.id}`)
    expect(Buffer.compare(content, smallPdf('two'))).toBe(0)
  } finally {
    await other.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

it('a backup goes on without a file that is missing, and tells of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opendpf-files-backup-'))
  try {
    await rm(place(papers[0]))
    const missing: string[] = []
    const made = await createBackup({
      connection: { ...server.database.connectionFor('owner') },
      file: join(folder, 'all.tar'),
      clock: server.clock,
      version: 'test',
      files: backupOfAttachments(server.work.attachments, ({ digest }) => void missing.push(digest)),
    })
    expect([made.files?.count, missing.length]).toEqual([2, 1])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

const fixed = (words: string): Buffer => createHash('sha256').update(`opendpf test ${words}`).digest()
/** The ring of test servers. */
const ring: KeyRing = {
  suite: 'aes-256-gcm',
  keys: [{ id: 1, createdAt: '2026-01-01T00:00:00Z', key: fixed('field') }],
  indexKey: fixed('index'),
  auditKey: fixed('audit'),
}

it.each(['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const)(
  'files are sealed anew with a new key, under %s',
  async (suite) => {
    const renewed = withNewKey(ring, server.clock, 'a test')
    const cipher = createFieldCipher(renewed, suite)
    const store = createAttachmentStore(
      folderObjects(join(server.work.folder, 'attachments')),
      cryptoFromKeys(keysOf(renewed, undefined, suite)),
    )
    const reseal = () => resealAttachments(server.platform, store, (sealed) => cipher.isCurrent(sealed))
    expect(await reseal()).toBe(3)
    expect(await reseal()).toBe(0)
    expect(await verifyAttachments(server.platform, store)).toEqual([])
    // without the old key
    const alone = { ...renewed, keys: renewed.keys.slice(1) }
    const later = createAttachmentStore(
      folderObjects(join(server.work.folder, 'attachments')),
      cryptoFromKeys(keysOf(alone, undefined, suite)),
    )
    const content: Uint8Array[] = []
    for await (const piece of later.get(later.placeOf('990121', papers[1]?.hash ?? ''))) content.push(piece)
    expect(Buffer.compare(Buffer.concat(content), smallPdf('two'))).toBe(0)
  },
)

it('only sealed contents lie in the folder, one for each file', async () => {
  const names = await readdir(join(server.work.folder, 'attachments', '990121'))
  expect(names).toHaveLength(3)
  for (const name of names) {
    const content = await readFile(join(server.work.folder, 'attachments', '990121', name))
    expect(content.includes('%PDF') || content.includes('IHDR')).toBe(false)
  }
})
