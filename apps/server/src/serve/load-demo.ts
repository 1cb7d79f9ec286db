import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countyCode, demoDivisions, writeWorkbooks } from '@opendpf/demo-county'
import type { Actor } from '@opendpf/kit'
import { setDemoStandards } from '@opendpf/poverty-relief/server'
import type { OpenPlatform } from '@opendpf/server'
import { importFile, systemActor, writeTransaction } from '@opendpf/server'
import { system } from '@opendpf/server/system'
import type { Deployment } from '../deployment/open-deployment.js'
import type { DemoUser } from './demo.js'
import { createDemoUsers, hasNoUsers } from './demo.js'
import { createDemoFamilies } from './demo-families.js'
import { createDemoPlan } from './demo-plan.js'
import type { ComposedServer } from './open-server.js'

export interface LoadDemoOptions {
  readonly deployment: Deployment
  readonly server: ComposedServer
  readonly say: (text: string) => void
}

/** The workbooks that go through the importer, in this order. */
const files = [
  { name: '机构名录.xlsx', kind: 'organisations.organisation' },
  { name: '持证残疾人花名册.xlsx', kind: 'certificates.roster' },
] as const

/**
 * Fills a database that nobody has used yet with the made-up county: divisions, one account for each role, and workbooks that go
 * through the importer as the county clerk would bring them. They stay in the data folder, to be tried once more by hand.
 *
 * @returns the accounts with their passwords; undefined when there is a county already
 */
export async function loadDemo({ deployment, server, say }: LoadDemoOptions): Promise<readonly DemoUser[] | undefined> {
  const { platform, config } = deployment
  if (!(await hasNoUsers(platform))) return undefined
  const options = { persons: config.demoPersons }
  say(
    `正在装入演示县（990121，${options.persons} 人）… / loading the demo county (990121, ${options.persons} persons)…`,
  )
  await createDemoDivisions(platform)
  const users = await createDemoUsers(platform)
  const actor = async (name: string): Promise<Actor> => {
    const found = await server.actorOf(users.find(({ username }) => username === name)?.id ?? '')
    if (!found) throw new Error(`the demo user ${name} cannot act`)
    return found
  }
  const clerk = await actor('clerk')
  const folder = join(config.folder, 'demo')
  await writeWorkbooks(folder, options)
  for (const { name, kind } of files) await bring(platform, server, { clerk, name, kind, path: join(folder, name) })
  await createDemoFamilies(platform, options)
  await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, ({ context }) => setDemoStandards(context))
  await createDemoPlan(platform, { clerk, approver: await actor('approver') })
  return users
}

async function bring(
  platform: OpenPlatform,
  server: ComposedServer,
  {
    clerk,
    name,
    kind,
    path,
  }: { readonly clerk: Actor; readonly name: string; readonly kind: string; readonly path: string },
): Promise<void> {
  const result = await importFile({
    platform,
    services: server.services,
    actor: clerk,
    locale: 'zh-CN',
    name,
    kind,
    mode: 'valid-rows',
    bytes: await readFile(path),
    defaults: { division: countyCode },
  })
  if (result.state !== 'done')
    throw new Error(
      `${name} of the demo county could not be imported: ${result.state}, ${result.problems} problems, ${result.message ?? ''}`,
    )
}

/** The division tree of the demo county. */
export async function createDemoDivisions(platform: OpenPlatform): Promise<void> {
  await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, ({ context }) =>
    context.write.createMany(
      system.records.division,
      demoDivisions.map(({ code, name, level }) => ({ code, name, level, isSynthetic: true })),
    ),
  )
}
