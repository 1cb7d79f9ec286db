import type { DemoHand, DemoOptions } from '@opendpf/demo-county'
import { generateFamilies, generateWork, rosterDayOf, yearsOf } from '@opendpf/demo-county'
import type { Actor } from '@opendpf/kit'
import type { OpenPlatform } from '@opendpf/server'
import { addDays } from '@opendpf/standards'
import { createDemoPlan, reportDemoResults } from './demo-plan.js'
import { closeDemoBooks, settleDemoReport } from './demo-report.js'
import { openDemoWork } from './demo-work.js'
import { atEndOf, stretchesBetween } from './past.js'

export interface DemoYears {
  readonly hands: Readonly<Record<DemoHand, Actor>>
  /** The county as its roster is. */
  readonly options: DemoOptions
  readonly today: string
}

/**
 * What the demo county did since its roster was brought in, stretch after stretch, each known from its end on: a plan at the beginning of each
 * year, the work and what was reported of it, and in the first days of the second year the report of the first.
 */
export async function liveDemoYears(platform: OpenPlatform, { hands, options, today }: DemoYears): Promise<void> {
  const idNumbers = [...generateFamilies(options)].flatMap(({ members }) =>
    members.flatMap(({ holder, relative }) => holder?.idNumber ?? relative?.idNumber ?? []),
  )
  const work = await openDemoWork({ platform, hands, idNumbers })
  const deeds = generateWork(options, today)
  const { persons } = options
  const [lastYear] = yearsOf(today)
  const plans = new Map<number, string>()
  let report: string | undefined
  let done = 0
  let before = rosterDayOf(today)
  for (const day of stretchesBetween(before, today)) {
    const year = Number(day.slice(0, 4))
    const past = atEndOf(platform, day)
    const from = done
    while ((deeds[done]?.on ?? '9') <= day) done += 1
    await work.write(deeds.slice(from, done), day)
    if (year >= lastYear && !plans.has(year)) plans.set(year, await createDemoPlan(past, { hands, year, persons }))
    const plan = plans.get(year)
    if (plan !== undefined)
      await reportDemoResults(past, { hands, year, persons, plan, from: addDays(before, 1), until: day })
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
