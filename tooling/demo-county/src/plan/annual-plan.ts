import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse, stringify } from 'yaml'
import { demoTowns, demoVillages } from '../divisions.js'

/** The year and the number of certificate holders that the file is written for. */
const writtenFor = { year: 2026, persons: 1200 }

/** Items whose targets grow with the number of holders; what is held, opened or written does not. */
const growing: ReadonlySet<string> = new Set(
  '1.1 1.4 1.6 1.7 1.9 2.2 2.3 2.4 2.5 2.10 2.11 2.17 2.23 3.2 3.3 3.4 3.5 3.6 3.7 3.9 4.1 4.2 4.4 4.5 4.9 6.6'.split(
    ' ',
  ),
)

/** Items that every town takes its share of, by the number of its villages. */
const shared: ReadonlySet<string> = new Set(['2.6'])

interface Target {
  readonly kind: string
  readonly value?: number
}

interface Split {
  readonly division: string
  readonly target: Target
}

interface PlanItem {
  readonly number: string
  readonly target: Target
  readonly lastYear?: number
  readonly indicator?: string
  readonly splits?: readonly Split[]
}

interface PlanFile {
  readonly items: readonly PlanItem[]
}

/** A plan of the county: of which year, and of how many holders. */
export interface PlanOptions {
  readonly year: number
  readonly persons: number
}

/**
 * The annual plan of the made-up county for a year, as a plan file: that of `annual-plan.yaml` with its days moved and its targets as large as the
 * county is.
 */
export function annualPlan({ year, persons }: PlanOptions): string {
  const written = readFileSync(createRequire(import.meta.url).resolve('@opendpf/demo-county/annual-plan.yaml'), 'utf8')
  const file: PlanFile = parse(written.replaceAll(String(writtenFor.year), String(year)))
  const factor = persons / writtenFor.persons
  return stringify({ ...file, items: file.items.map((item) => itemOf(item, factor)) })
}

function itemOf(item: PlanItem, factor: number): PlanItem {
  const scaled = growing.has(item.number) ? scale(item, factor) : item
  return shared.has(item.number) ? { ...scaled, splits: sharesOf(scaled.target) } : scaled
}

function scale({ lastYear, splits, ...item }: PlanItem, factor: number): PlanItem {
  const parts = splits?.map((split) => ({ ...split, target: scaleTarget(split.target, factor) }))
  const whole = parts?.reduce((sum, { target }) => sum + (target.value ?? 0), 0)
  return {
    ...item,
    // parts that were rounded make the whole
    target: whole === undefined ? scaleTarget(item.target, factor) : { ...item.target, value: whole },
    ...(lastYear === undefined ? {} : { lastYear: Math.round(lastYear * factor) }),
    ...(parts === undefined ? {} : { splits: parts }),
  }
}

function scaleTarget(target: Target, factor: number): Target {
  return target.value === undefined ? target : { ...target, value: Math.max(1, Math.round(target.value * factor)) }
}

/** The shares of the towns, which together are the whole. */
function sharesOf(whole: Target): readonly Split[] {
  const total = whole.value ?? 0
  let done = 0
  let villages = 0
  return demoTowns.map(({ code }) => {
    villages += demoVillages.filter((village) => village.code.startsWith(code.slice(0, 9))).length
    const until = Math.round((total * villages) / demoVillages.length)
    const share = until - done
    done = until
    return { division: code, target: { kind: 'at-least', value: share } }
  })
}
