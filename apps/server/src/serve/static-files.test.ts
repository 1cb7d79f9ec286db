import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { staticFiles } from './static-files.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opendpf-static-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

let minute = 0
async function build(name: string): Promise<void> {
  await rm(join(folder, 'assets'), { recursive: true, force: true })
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), `<script src="/assets/${name}.js">`)
  await writeFile(join(folder, 'assets', `${name}.js`), name)
  // two builds within one tick of the file system's clock
  minute += 60
  await utimes(join(folder, 'index.html'), minute, minute)
}

it('serves the build that lies there now, also one that came after the start', async () => {
  const app = new Hono().use(staticFiles(folder))
  const get = async (path: string) => {
    const response = await app.request(path)
    return [response.status, await response.text()]
  }
  expect((await get('/'))[0]).toBe(404)
  await build('one')
  expect(await get('/assets/one.js')).toEqual([200, 'one'])
  expect(await get('/persons/1')).toEqual([200, '<script src="/assets/one.js">'])
  await build('two')
  expect(await get('/')).toEqual([200, '<script src="/assets/two.js">'])
  expect(await get('/assets/two.js')).toEqual([200, 'two'])
  expect((await get('/assets/one.js'))[0]).toBe(404)
  await writeFile(join(folder, 'assets', 'late.js'), 'late')
  expect(await get('/assets/late.js')).toEqual([200, 'late'])
  expect((await get('/assets/..%2f..%2fetc/passwd'))[0]).toBe(404)
})
