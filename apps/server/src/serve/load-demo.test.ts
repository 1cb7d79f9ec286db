import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { subsidies } from '@opendpf/demo-county'
import { catalogueOf, figures } from '@opendpf/figures'
import { readFigures, verifyFrozen } from '@opendpf/figures/reading'
import type { ModuleContext } from '@opendpf/kit/server'
import { payments } from '@opendpf/payments'
import { type PlanProgress, planning } from '@opendpf/planning'
import { readProgress } from '@opendpf/planning/reading'
import { programmes } from '@opendpf/programmes'
import { reports } from '@opendpf/reports'
import { readSnapshot, systemActor, verifyAudit, writeTransaction } from '@opendpf/server'
import { surveys } from '@opendpf/surveys'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeReport } from '../commands/write-report.js'
import { readConfig } from '../config/config.js'
import { type Deployment, openDeployment } from '../deployment/open-deployment.js'
import { loadDemo } from './load-demo.js'
import { createLog } from './log.js'

const asSystem = { actor: systemActor, locale: 'zh-CN' } as const
let folder: string
let deployment: Deployment
let thisYear: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opendpf-demo-'))
  deployment = await openDeployment(readConfig({ OPENDPF_DATA: folder, OPENDPF_DEMO_PERSONS: '80' }, folder), () => {})
  thisYear = deployment.platform.clock.now().getFullYear()
  const users = await loadDemo({ deployment, log: createLog('silent'), say: () => {} })
  expect(users).toHaveLength(10)
}, 240_000)
afterAll(async () => {
  await deployment?.close()
  await rm(folder, { recursive: true, force: true })
})

const read = <T>(work: (context: ModuleContext) => Promise<T>): Promise<T> =>
  writeTransaction(deployment.platform, asSystem, ({ context }) => work(context))

async function progressOf(year: number): Promise<PlanProgress | undefined> {
  const [plan] = await read((context) => context.read.many(planning.records.plan, { firstYear: year }))
  return readSnapshot(deployment.platform, asSystem, (context) => readProgress(context, plan?.id ?? ''))
}

describe('the demo county', () => {
  it('has a plan of this year whose items are counted, and whose lights differ', async () => {
    const { items } = (await progressOf(thisYear)) ?? { items: [] }
    expect(items.length).toBeGreaterThanOrEqual(60)
    const counted = items.filter(({ indicator }) => indicator !== null)
    expect(counted.length).toBeGreaterThanOrEqual(40)
    expect(counted.filter(({ unknownReason }) => unknownReason === 'no-indicator')).toEqual([])
    expect(new Set(items.map(({ light }) => light)).size).toBeGreaterThanOrEqual(3)
  })

  it('strives to pass an assessment of this year, whose points follow from the same figures', async () => {
    const [scheme] = await read((context) => context.read.many(planning.records.scheme, {}))
    expect(scheme).toMatchObject({ state: 'running', firstDay: `${thisYear}-01-01` })
    const criteria = await read((context) =>
      context.read.many(planning.records.criterion, { scheme: scheme?.id ?? '' }),
    )
    expect(criteria.reduce((sum, { points }) => sum + points, 0)).toBe(scheme?.totalPoints)
    const catalogue = catalogueOf(deployment.platform.registry)
    for (const { indicator, unit } of criteria)
      if (indicator !== null) expect(catalogue.get(indicator)?.unit, indicator).toBe(unit)
    expect(await read((context) => context.read.count(planning.records.remedy, { state: 'open' }))).toBe(2)
  })

  it('has the figures of the last year frozen, and they are told again', async () => {
    const { checked, findings } = await read(verifyFrozen)
    expect(findings).toEqual([])
    expect(checked).toBeGreaterThanOrEqual(39)
    const frozen = await read(({ read: { many } }) => many(figures.records.frozenFigure, {}))
    const known = frozen.filter(({ value }) => value !== null && value > 0)
    expect(known.length).toBeGreaterThan(frozen.length / 2)
  })

  it('has granted subsidies month by month, and the present month waits for decisions', async () => {
    const cycles = await read((context) => context.read.many(programmes.records.cycle, {}))
    for (const programme of subsidies) {
      const states = cycles
        .filter((cycle) => cycle.programme === programme)
        .toSorted((one, other) => one.month.localeCompare(other.month))
      const paying = programme === 'poverty-relief.nursing' ? 'paid' : 'handed'
      expect(states.map(({ state }) => state)).toEqual(['closed', paying, 'computed'])
      expect(states.every(({ members, amount, arrears }) => members > 0 && amount > 0 && arrears === 0)).toBe(true)
    }
  })

  it('has paid what it granted, and has accounts that wait to be put right', async () => {
    const batches = await read((context) => context.read.many(payments.records.batch, {}))
    expect(batches.map(({ state }) => state).toSorted()).toEqual(['closed', 'closed', 'draft', 'sent'])
    for (const { state, lines, paid, amount, returned } of batches) {
      expect(lines).toBeGreaterThan(0)
      if (state === 'closed') expect(paid + returned).toBe(amount)
    }
    expect(batches.find(({ state }) => state === 'draft')?.problems).toBeGreaterThan(0)
  })

  it('has surveyed a town last year, with records that the town has looked through', async () => {
    const campaigns = await read((context) => context.read.many(surveys.records.campaign, {}))
    const [last] = campaigns.filter(({ year }) => year < thisYear)
    expect(last).toMatchObject({ state: 'closed' })
    const interviews = await read((context) => context.read.many(surveys.records.interview, { campaign: last?.id }))
    expect(interviews).toHaveLength(last?.listed ?? 0)
    const states = interviews.map(({ state }) => state)
    expect(states).toContain('checked')
    expect(states).not.toContain('to-do')
    const again = await read((context) => context.read.many(surveys.records.recheck, { campaign: last?.id }))
    expect(again.length).toBeGreaterThan(0)
    expect(again.every(({ state }) => state === 'done')).toBe(true)
    const villages = await read((context) => context.read.many(surveys.records.village, { campaign: last?.id }))
    expect(new Set(villages.map(({ state }) => state))).toEqual(new Set(['checked', 'done', 'to-do']))
  })

  it('has something on its desks: cases that wait, each with its period', async () => {
    const deadlines = await read((context) =>
      context.read.many(context.registry.record('system.deadline'), { state: ['running', 'paused'] }),
    )
    const about = new Set(deadlines.map((row) => (row as unknown as { readonly record: string }).record))
    for (const record of ['certificates.case', 'programmes.application']) expect(about).toContain(record)
  })

  it('writes the reports of both years as files, those of the final one byte for byte alike', async () => {
    const actor = { ...systemActor, scope: { level: 'county', code: '990121' } } as typeof systemActor
    const asked = { actor, kind: 'year-end', year: thisYear - 1 } as const
    const [once, again] = [
      await writeReport(deployment.platform, { ...asked, folder: join(folder, 'once') }),
      await writeReport(deployment.platform, { ...asked, folder: join(folder, 'again') }),
    ]
    expect(once).toMatchObject({ isFinal: true, files: { length: 3 } })
    for (const [at, file] of once.files.entries())
      expect((await readFile(file)).equals(await readFile(again.files[at] ?? ''))).toBe(true)
    const drafted = await writeReport(deployment.platform, { ...asked, year: thisYear, folder: join(folder, 'once') })
    expect(drafted).toMatchObject({ isFinal: false, files: { length: 3 } })
    expect(await readFile(drafted.files[2] ?? '', 'utf8')).toContain(`示范县${thisYear}年残疾人工作计划`)
    const nobody = { ...actor, permissions: new Set<string>() }
    await expect(writeReport(deployment.platform, { ...asked, actor: nobody, folder })).rejects.toThrow(
      '没有查看总结报告的权限',
    )
    await expect(writeReport(deployment.platform, { ...asked, year: 1999, folder })).rejects.toThrow('1999')
  })

  it('has the report of the last year final, with the figures of its last evening', async () => {
    const [report, ...others] = await read((context) => context.read.many(reports.records.report, {}))
    expect(others).toEqual([])
    expect(report).toMatchObject({ state: 'final', figuresOn: `${thisYear - 1}-12-31` })
    const then = report?.figures.items.find(({ number }) => number === '2.11')
    expect(then?.value).toBeGreaterThan(0)
    // as known on that evening, and on a day of its spring less
    const { figure } = then ?? {}
    if (!figure) throw new Error('the item is not counted')
    const ask = async (asOf: string) => (await read((context) => readFigures(context, [{ ...figure, asOf }])))[0]?.value
    expect(await ask(`${thisYear - 1}-12-31T23:00:00Z`)).toBe(then?.value)
    expect(await ask(`${thisYear - 1}-05-01T00:00:00Z`)).toBeLessThan(then?.value ?? 0)
  })

  it('has an audit chain that is whole', async () => {
    expect(await verifyAudit(deployment.platform)).toEqual([])
  })

  it('is loaded once', async () => {
    expect(await loadDemo({ deployment, log: createLog('silent'), say: () => {} })).toBeUndefined()
  })
})
