import { lights, planUnits, targetSchema } from '@opendpf/planning'
import { isIsoDate } from '@opendpf/standards'
import * as z from 'zod'

const day = z.string().refine(isIsoDate)
const value = z.number().nullable()

/** One item of the plan as it stood: what was promised, what has been reached, and how it is known. */
const reportedItem = z.strictObject({
  number: z.string().max(20),
  title: z.string().max(200),
  section: z.string().max(100).nullable(),
  unit: z.enum(planUnits),
  unitWord: z.string().max(20).nullable(),
  target: targetSchema,
  value,
  unknownReason: z.string().max(200).nullable(),
  /** Of the target, 1 is all of it. */
  share: value,
  light: z.enum(lights),
  owner: z.string().max(200).nullable(),
  /** What its number opens: the indicator with its filters, place and days. */
  figure: z
    .strictObject({
      indicator: z.string().max(120),
      filters: z.record(z.string().max(60), z.array(z.string().max(60)).max(50)),
      division: z.string().length(12),
      from: day,
      to: day,
    })
    .nullable(),
})

/** One item by towns, in the order of the towns. */
const statistic = z.strictObject({
  item: z.string().max(20),
  /** Whether the towns together are the county. */
  addsUp: z.boolean(),
  values: z.array(value).max(500),
  total: value,
})

/** The figures of a report: taken at once, from the rows of one moment, and never typed. */
export const reportFiguresSchema = z.strictObject({
  day,
  takenAt: z.iso.datetime(),
  place: z.string().max(100),
  plan: z.strictObject({
    title: z.string().max(100),
    firstYear: z.int(),
    lastYear: z.int(),
    goals: z.string().max(4000).nullable(),
  }),
  sections: z.array(z.strictObject({ id: z.string().max(100), title: z.string().max(200) })).max(200),
  items: z.array(reportedItem).max(1000),
  towns: z.array(z.strictObject({ code: z.string().length(12), name: z.string().max(100) })).max(500),
  statistics: z.array(statistic).max(1000),
})

export type ReportFigures = z.output<typeof reportFiguresSchema>
export type ReportedItem = ReportFigures['items'][number]
export type Statistic = ReportFigures['statistics'][number]
