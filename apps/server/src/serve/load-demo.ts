import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countyCode, demoDivisions, optionsOn, rosterDayOf, writeWorkbooks } from '@opendpf/demo-county'
import type { Actor } from '@opendpf/kit'
import { setDemoStandards } from '@opendpf/poverty-relief/server'
import { setDemoChildAid } from '@opendpf/rehab/server'
import type { OpenPlatform } from '@opendpf/server'
import { importFile, systemActor, writeTransaction } from '@opendpf/server'
import { system } from '@opendpf/server/system'
import { todayIn } from '@opendpf/standards'
import type { Logger } from 'pino'
import type { Deployment } from '../deployment/open-deployment.js'
import type { DemoUser } from './demo.js'
import { createDemoUsers, hasNoUsers } from './demo.js'
import { createDemoFamilies } from './demo-families.js'
import { findHands } from './demo-hands.js'
import { liveDemoYears } from './demo-years.js'
import { type OpenServices, openServices } from './open-services.js'
import { travelTo } from './past.js'

export interface LoadDemoOptions {
  readonly deployment: Deployment
  readonly log: Logger
  readonly say: (text: string) => void
}

/** The workbooks that go through the importer, in this order. */
const files = [
  { name: '机构名录.xlsx', kind: 'organisations.organisation' },
  { name: '持证残疾人花名册.xlsx', kind: 'certificates.roster' },
] as const

/**
 * Fills a database that nobody has used yet with the made-up county, as it was two winters ago and as it has worked since: divisions, one
 * account for each role, workbooks that go through the importer as the county clerk would bring them, and two years of work, all of it
 * known from its day on. The workbooks stay in the data folder, to be tried once more by hand. Nothing else may take up jobs meanwhile: the
 * importer of these has its own time.
 *
 * @returns the accounts with their passwords; undefined when there is a county already
 */
export async function loadDemo({ deployment, log, say }: LoadDemoOptions): Promise<readonly DemoUser[] | undefined> {
  const { platform, config } = deployment
  if (!(await hasNoUsers(platform))) return undefined
  const { demoPersons } = config
  say(`正在装入演示县（990121，${demoPersons} 人）… / loading the demo county (990121, ${demoPersons} persons)…`)
  const today = todayIn(platform.clock)
  const traveller = travelTo(platform, rosterDayOf(today))
  const past = traveller.platform
  await createDemoDivisions(past)
  // of today: a password of two years ago would have to be changed first
  const users = await createDemoUsers(platform)
  const opened = await openServices({
    deployment: { ...deployment, platform: past },
    publicUrl: 'http://127.0.0.1',
    log,
  })
  try {
    const { services } = opened
    await services.jobs.start({ isWorking: true, isScheduling: false })
    const hands = await findHands(users, (id) => opened.actorOf(id))
    const options = optionsOn(today, { persons: demoPersons })
    const folder = join(config.folder, 'demo')
    await writeWorkbooks(folder, options)
    for (const { name, kind } of files)
      await bring(past, opened, { clerk: hands.clerk, name, kind, path: join(folder, name) })
    await createDemoFamilies(past, options)
    await writeTransaction(past, { actor: systemActor, locale: 'zh-CN' }, async ({ context }) => {
      await setDemoStandards(context)
      await setDemoChildAid(context)
    })
    await liveDemoYears(traveller, { hands, services, options, today })
  } finally {
    await opened.close()
  }
  return users
}

async function bring(
  platform: OpenPlatform,
  { services }: OpenServices,
  {
    clerk,
    name,
    kind,
    path,
  }: { readonly clerk: Actor; readonly name: string; readonly kind: string; readonly path: string },
): Promise<void> {
  const result = await importFile({
    platform,
    services,
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
