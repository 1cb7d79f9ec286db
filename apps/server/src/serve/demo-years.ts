import {
  type DemoOptions,
  generateFamilies,
  generateGrants,
  generateWork,
  rosterDayOf,
  yearsOf,
} from '@opendpf/demo-county'
import type { OpenPlatform, Services } from '@opendpf/server'
import { addDays } from '@opendpf/standards'
import { beginDemoAssessment } from './demo-assessment.js'
import type { DemoHands } from './demo-hands.js'
import { createDemoPlan, reportDemoResults } from './demo-plan.js'
import { closeDemoBooks, settleDemoReport } from './demo-report.js'
import { type DemoSteps, openSteps } from './demo-steps.js'
import { firstMonthOf, grantMonth, takeOverGrants } from './demo-subsidies.js'
import { surveyTown } from './demo-survey.js'
import { openDemoWork } from './demo-work.js'
import { stretchesBetween, type Traveller } from './past.js'

export interface DemoYears {
  readonly hands: DemoHands
  readonly services: Services
  /** The county as its roster is. */
  readonly options: DemoOptions
  readonly today: string
}

/**
 * What the demo county did since its roster was brought in, stretch after stretch, each known from its end on: a plan at the beginning of each
 * year, the work and what was reported of it, subsidies month by month, and in the first days of the second year the report of the first.
 */
export async function liveDemoYears(
  past: Traveller<OpenPlatform>,
  { hands, services, options, today }: DemoYears,
): Promise<void> {
  const { platform } = past
  const steps = openSteps(platform, { hands, services })
  const idNumbers = [...generateFamilies(options)].flatMap(({ members }) =>
    members.flatMap(({ holder, relative }) => holder?.idNumber ?? relative?.idNumber ?? []),
  )
  const work = await openDemoWork({ platform, hands, idNumbers })
  const deeds = generateWork(options, today)
  const { persons } = options
  const [lastYear] = yearsOf(today)
  const firstMonth = firstMonthOf(today)
  await takeOverGrants(past, work, { grants: generateGrants(options, today), firstMonth })
  const plans = new Map<number, string>()
  let report: string | undefined
  let done = 0
  let before = rosterDayOf(today)
  for (const day of stretchesBetween(before, today)) {
    past.goTo(day)
    const year = Number(day.slice(0, 4))
    const from = done
    while ((deeds[done]?.on ?? '9') <= day) done += 1
    await work.write(deeds.slice(from, done))
    if (year >= lastYear && !plans.has(year)) {
      plans.set(year, await createDemoPlan(platform, { hands, year, persons }))
      if (year > lastYear) await beginDemoAssessment(steps, year)
    }
    const plan = plans.get(year)
    if (plan !== undefined)
      await reportDemoResults(platform, { hands, year, persons, plan, from: addDays(before, 1), until: day })
    if (year >= lastYear) await surveyTown(steps, { year, before, day })
    if (isQuarterEnd(day) || day === today) await passNight(steps)
    for (const month of monthsEndedIn(before, day, today))
      if (month >= firstMonth) await grantMonth({ steps, month, on: day, until: stageOf(month, today) })
    if (plan !== undefined && day === `${lastYear}-12-31`)
      report = await closeDemoBooks(platform, { hands, plan, year: lastYear })
    const over = plans.get(lastYear)
    if (over !== undefined && report !== undefined && year > lastYear) {
      await settleDemoReport(platform, { hands, plan: over, year: lastYear, report })
      report = undefined
    }
    before = day
  }
}

function isQuarterEnd(day: string): boolean {
  return ['03-31', '06-30', '09-30', '12-31'].includes(day.slice(5))
}

/** What the nights since the last time would have done: limits that have passed, notices that have ended, and whoever listens to what happened. */
async function passNight({ run, deliver }: DemoSteps): Promise<void> {
  for (const job of ['system.runClocks', 'notices.close']) await run(job)
  await deliver()
}

/** The months that are granted in a stretch: with their last days, and the present one today. */
function monthsEndedIn(before: string, until: string, today: string): readonly string[] {
  const months: string[] = []
  for (let day = addDays(before, 1); day <= until; day = addDays(day, 1))
    if (day === today || addDays(day, 1).endsWith('-01')) months.push(day.slice(0, 7))
  return months
}

function stageOf(month: string, today: string): 'computed' | 'handed' | 'closed' {
  if (month === today.slice(0, 7)) return 'computed'
  return month === addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7) ? 'handed' : 'closed'
}
