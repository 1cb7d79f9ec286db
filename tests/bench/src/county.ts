import { execFile } from 'node:child_process'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createUser } from '@opendpf/access/server'
import type { ComposedServer, Deployment } from '@opendpf/app-server'
import { createDemoDivisions, createLog, openDeployment, openServer, readConfig } from '@opendpf/app-server'
import { countyCode } from '@opendpf/demo-county'
import { importFile, systemActor, writeTransaction } from '@opendpf/server'

/** A county of the size that is measured, in a data folder that later runs use again. */
export interface BenchCounty {
  readonly deployment: Deployment
  readonly server: ComposedServer
  readonly username: string
  readonly password: string
  /** How the import of the whole county went; undefined when the folder was there already. */
  readonly imported: { readonly seconds: number; readonly peakMegabytes: number; readonly persons: number } | undefined
  close(): Promise<void>
}

/** Opens the county, and fills it through the importer the first time. */
export async function openCounty(folder: string, persons: number): Promise<BenchCounty> {
  await mkdir(folder, { recursive: true })
  const isNew = await stat(join(folder, 'keys.json')).then(
    () => false,
    () => true,
  )
  const config = { ...readConfig({}, folder), folder }
  const deployment = await openDeployment(config, () => {})
  const server = await openServer({
    deployment,
    publicUrl: 'http://127.0.0.1:4888',
    version: 'bench',
    log: createLog('silent'),
  })
  const { platform } = deployment
  let imported: BenchCounty['imported']
  if (isNew) {
    await createDemoDivisions(platform)
    imported = await importCounty(deployment, server, await workbookOf(folder, persons))
  }
  // a county-wide post without reveal and export, which therefore needs no second factor
  const username = `bench${(await platform.pool.use({ level: 'all' }, (session) => session.query({ text: 'select from access_user', values: [] }))).length}`
  const { password } = await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, ({ context }) =>
    createUser(context, {
      username,
      name: '基准测试',
      division: countyCode,
      roles: ['town-clerk'],
      mustChangePassword: false,
    }),
  )
  return {
    deployment,
    server,
    username,
    password,
    imported,
    async close() {
      await server.close()
      await deployment.close()
    },
  }
}

async function workbookOf(folder: string, persons: number): Promise<Buffer> {
  const file = join(folder, 'roster.xlsx')
  const maker = fileURLToPath(new URL('make-workbook.js', import.meta.url))
  await promisify(execFile)(process.execPath, [maker, file, String(persons)])
  return await readFile(file)
}

async function importCounty({ platform }: Deployment, server: ComposedServer, bytes: Buffer) {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 100)
  const start = performance.now()
  try {
    const clerk = { ...systemActor, scope: { level: 'county', code: countyCode.slice(0, 6) } as const }
    const result = await importFile({
      platform,
      services: server.services,
      actor: clerk,
      locale: 'zh-CN',
      name: 'roster.xlsx',
      kind: 'certificates.roster',
      mode: 'valid-rows',
      bytes,
      defaults: { division: countyCode },
    })
    if (result.state !== 'done') throw new Error(`the county could not be imported: ${JSON.stringify(result)}`)
    return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak / 2 ** 20, persons: result.creates }
  } finally {
    clearInterval(watch)
  }
}
