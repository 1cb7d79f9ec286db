import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { countyCode, demoDivisions, rosterWorkbook } from '@opendpf/demo-county'
import type { OpenPlatform } from '@opendpf/server'
import { importFile, systemActor, writeTransaction } from '@opendpf/server'
import { system } from '@opendpf/server/system'
import type { Deployment } from '../deployment/open-deployment.js'
import type { DemoUser } from './demo.js'
import { createDemoUsers, hasNoUsers } from './demo.js'
import type { ComposedServer } from './open-server.js'

export interface LoadDemoOptions {
  readonly deployment: Deployment
  readonly server: ComposedServer
  readonly say: (text: string) => void
}

/**
 * Fills a database that nobody has used yet with the made-up county: divisions, one account for each role, and a roster that goes
 * through the importer as the county clerk would bring it.
 *
 * @returns the accounts with their passwords; undefined when there is a county already
 */
export async function loadDemo({ deployment, server, say }: LoadDemoOptions): Promise<readonly DemoUser[] | undefined> {
  const { platform, config } = deployment
  if (!(await hasNoUsers(platform))) return undefined
  say(`正在装入演示县（990121，${config.demoPersons} 人）… / loading the demo county (990121, ${config.demoPersons} persons)…`)
  await createDivisions(platform)
  const users = await createDemoUsers(platform)
  const clerk = await server.actorOf(users.find(({ username }) => username === 'clerk')?.id ?? '')
  if (!clerk) throw new Error('the demo clerk cannot act')
  const result = await importFile({
    platform, services: server.services, actor: clerk, locale: 'zh-CN', name: '示范县持证残疾人花名册.xlsx', kind: 'certificates.roster', mode: 'valid-rows',
    bytes: await buffer(Readable.from(rosterWorkbook({ persons: config.demoPersons }))), defaults: { division: countyCode },
  })
  if (result.state !== 'done') throw new Error(`the demo county could not be imported: ${result.state}, ${result.problems} problems, ${result.message ?? ''}`)
  return users
}

async function createDivisions(platform: OpenPlatform): Promise<void> {
  await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, ({ context }) =>
    context.write.createMany(system.records.division, demoDivisions.map((division) => ({ ...division, isSynthetic: true }))),
  )
}
