import { isIsoDate } from '@opendpf/standards'
import * as z from 'zod'
import { serviceLines, taskSources } from '../lines.js'
import { filtersSchema, yearlySchema } from '../records/item.js'
import { planKinds } from '../records/plan.js'
import { sectionKinds } from '../records/section.js'
import { amountSchema } from '../target/amount.js'
import { targetSchema } from '../target/target.js'
import { planUnits } from '../target/units.js'

const line = (max: number) => z.string().trim().min(1).max(max)
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => isIsoDate(value))
const year = z.int().min(1990).max(2100)
const division = z.string().regex(/^\d{12}$/)

const sectionSchema = z.strictObject({
  key: line(20),
  kind: z.enum(sectionKinds),
  title: line(100),
  text: line(4000).optional(),
})

const projectSchema = z.strictObject({
  key: line(20),
  title: line(100),
  text: line(4000).optional(),
  /** The name of an organisation of the register. */
  organisation: line(100).optional(),
  /** In fen. */
  budget: z.int().min(0).max(1_000_000_000_00).optional(),
})

const splitSchema = z.strictObject({ division, target: targetSchema, note: line(500).optional() })

const itemSchema = z.strictObject({
  number: line(20),
  title: line(200),
  task: line(2000).optional(),
  /** Keys of a section and a project of the file. */
  section: line(20).optional(),
  project: line(20).optional(),
  line: z.enum(serviceLines),
  source: z.enum(taskSources),
  sourceDocument: line(100).optional(),
  organisation: line(100).optional(),
  owner: line(50).optional(),
  unit: z.enum(planUnits),
  unitWord: line(20).optional(),
  target: targetSchema,
  denominator: line(200).optional(),
  lastYear: amountSchema.optional(),
  yearly: yearlySchema.optional(),
  indicator: line(100).optional(),
  filters: filtersSchema.optional(),
  startsOn: date.optional(),
  dueOn: date.optional(),
  /** Numbers of items of the file. */
  partOf: line(20).optional(),
  partKind: z.enum(['of-which', 'share']).optional(),
  times: line(20).optional(),
  each: z.int().min(1).max(1_000_000).optional(),
  splits: z.array(splitSchema).min(1).max(1000).optional(),
})

const shape = {
  format: z.literal('opendpf-plan/1'),
  plan: z.strictObject({
    title: line(100),
    kind: z.enum(planKinds),
    division,
    firstYear: year,
    lastYear: year,
    organisation: line(100).optional(),
    document: line(100).optional(),
    goals: line(4000).optional(),
  }),
  sections: z.array(sectionSchema).max(200).optional(),
  projects: z.array(projectSchema).max(200).optional(),
  items: z.array(itemSchema).min(1).max(5000),
}

/** A whole plan as a file: what is promised, not what became of it. What items name of the file has to be in it. */
export const planFileSchema = z.strictObject(shape).superRefine((file, context) => {
  const numbers = new Set(file.items.map(({ number }) => number))
  const keys = {
    section: new Set(file.sections?.map(({ key }) => key)),
    project: new Set(file.projects?.map(({ key }) => key)),
    partOf: numbers,
    times: numbers,
  }
  const refuse = (path: (string | number)[], message: FileProblemCode) =>
    context.addIssue({ code: 'custom', path, params: { problem: message } })
  for (const [index, item] of file.items.entries()) {
    for (const [field, known] of Object.entries(keys) as [keyof typeof keys, ReadonlySet<string>][]) {
      const named = item[field]
      if (named !== undefined && !known.has(named)) refuse(['items', index, field], 'file.problem.notInFile')
      if (named === item.number && (field === 'partOf' || field === 'times'))
        refuse(['items', index, field], 'item.problem.itself')
    }
    if ((item.partOf === undefined) !== (item.partKind === undefined))
      refuse(['items', index, 'partKind'], 'item.problem.partKind')
    if ((item.times === undefined) !== (item.each === undefined)) refuse(['items', index, 'each'], 'item.problem.each')
    if (item.indicator === undefined && item.filters !== undefined)
      refuse(['items', index, 'filters'], 'item.problem.needsIndicator')
  }
  for (const [list, field] of [
    ['items', 'number'],
    ['sections', 'key'],
    ['projects', 'key'],
  ] as const)
    for (const index of repeats((file[list] ?? []).map((row) => (row as Readonly<Record<string, unknown>>)[field])))
      refuse([list, index, field], 'file.problem.twice')
  for (const [index, { splits = [] }] of file.items.entries())
    for (const at of repeats(splits.map((split) => split.division)))
      refuse(['items', index, 'splits', at, 'division'], 'split.problem.twice')
})

/** Messages of the module that a file is refused with beyond what each field says. */
export type FileProblemCode =
  | 'file.problem.notInFile'
  | 'file.problem.twice'
  | 'item.problem.itself'
  | 'item.problem.partKind'
  | 'item.problem.each'
  | 'item.problem.needsIndicator'
  | 'split.problem.twice'

export type PlanFile = z.output<typeof planFileSchema>
export type PlanFileItem = PlanFile['items'][number]

/** The same as JSON Schema (draft 2020-12), for editors that help while a file is written. */
export function planFileJsonSchema(): object {
  return z.toJSONSchema(z.strictObject(shape), { io: 'input', unrepresentable: 'any' })
}

/** Positions of values that stand earlier in the list already. */
function repeats(values: readonly unknown[]): readonly number[] {
  const seen = new Set<unknown>()
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index]
    seen.add(value)
    return []
  })
}
