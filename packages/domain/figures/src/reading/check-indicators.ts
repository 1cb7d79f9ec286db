import type { ModuleContext } from '@opendpf/kit/server'
import { addYears } from '@opendpf/standards'
import { sql } from 'kysely'
import {
  type CountedIndicator,
  catalogueOf,
  type Dimension,
  dimensionsOf,
  type Indicator,
  isCounted,
} from '../contract/index.js'
import { questionOf } from './asking.js'
import { leadProblems } from './check-leads.js'
import { listedRows } from './listed.js'
import type { CountedQuestion } from './measured-rows.js'
import { readFigures } from './read-figures.js'

/**
 * Holds the indicators of a module to what they declare: a measure stands behind each, runs now and as of the past, has its columns, answers
 * each row once, so that its list has as many rows as the figure says; a rate's numerator is part of its denominator; an index leads to the days of what a
 * period brought, or it is declared to be counted in full; and all words are there in both languages. Each problem is a sentence.
 */
export async function checkIndicators(context: ModuleContext, module: string): Promise<readonly string[]> {
  const problems: string[] = []
  const catalogue = catalogueOf(context.registry)
  const period = { from: addYears(context.today, -5), to: context.today }
  const rowsOf = async (indicator: string) => {
    const question = questionOf(context, { indicator, ...period }) as CountedQuestion
    const { rows } = await context.db.executeQuery<{ readonly row: string }>(listedRows(context, question))
    return rows.map(({ row }) => row)
  }
  for (const [name, one] of catalogue) {
    if (!name.startsWith(`${module}.`)) continue
    problems.push(...wordsMissing(one, context).map((problem) => `${name}: ${problem}`))
    const asOf = context.clock.now().toISOString()
    // what others tell of one place says nothing of its parts, nor does a share of it
    const isToldByOthers = [one, ...partsOf(one)].some((part) => part?.reading === 'external')
    const breakdowns = isToldByOthers ? [] : ['town', ...dimensionsOf(catalogue, one)]
    const asked = { indicator: name, ...period }
    const [now, then, ...groups] = await readFigures(context, [
      asked,
      { ...asked, asOf },
      ...breakdowns.map((by) => ({ ...asked, by })),
    ])
    if (now?.value !== then?.value) problems.push(`${name}: is ${now?.value} now and ${then?.value} as of now`)
    for (const [index, group] of groups.entries())
      if (!group.groups) problems.push(`${name}: cannot be broken down by ${breakdowns[index]}`)
    if (isCounted(one)) problems.push(...(await countedProblems(name, one)))
    if (one.reading === 'ratio' && isCounted(catalogue.get(one.part) as Indicator)) {
      const whole = catalogue.get(one.whole)
      if (whole && isCounted(whole) && whole.lists === (catalogue.get(one.part) as CountedIndicator).lists) {
        const rows = new Set(await rowsOf(one.whole))
        if (!(await rowsOf(one.part)).every((row) => rows.has(row)))
          problems.push(`${name}: counts rows that ${one.whole} does not`)
      }
    }
  }
  return problems

  async function countedProblems(name: string, one: CountedIndicator): Promise<readonly string[]> {
    const rows = await rowsOf(name)
    const found = new Set(rows)
    const isOfRows = one.reading === 'count' || one.reading === 'distinct'
    if (isOfRows && found.size !== rows.length) return [`${name}: answers rows twice`]
    const [figure] = await readFigures(context, [{ indicator: name, ...period }])
    if (one.reading === 'count' && figure?.value !== rows.length)
      return [`${name}: says ${figure?.value} and lists ${rows.length}`]
    if (one.reading === 'distinct' && (figure?.value ?? 0) > rows.length)
      return [`${name}: counts more units than it lists rows`]
    const { table } = context.registry.record(one.lists)
    const misled = await leadProblems(context, name, one)
    if (misled.length > 0) return misled
    const { rows: known } = await sql<{ readonly id: string }>`
      select id from ${sql.table(table)} where id = any(${[...found].slice(0, 1000)}::text[])`.execute(context.db)
    return known.length === Math.min(found.size, 1000) ? [] : [`${name}: lists rows that are not of ${one.lists}`]
  }

  function partsOf(one: Indicator): readonly (Indicator | undefined)[] {
    return one.reading === 'ratio' ? [catalogue.get(one.part), catalogue.get(one.whole)] : []
  }
}

function wordsMissing(one: Indicator, { registry }: Pick<ModuleContext, 'registry'>): readonly string[] {
  const texts = { title: one.title, counts: one.counts, dateMeans: one.dateMeans }
  const missing = Object.entries({ ...texts, ...(one.reading === 'ratio' ? { of: one.of } : {}) }).flatMap(
    ([what, text]) =>
      (['zh-CN', 'en'] as const).filter((locale) => !text[locale]).map((locale) => `${what} in ${locale}`),
  )
  const dimensions = isCounted(one) ? Object.entries<Dimension>(one.dimensions ?? {}) : []
  const unknown = dimensions.flatMap(([name, dimension]) => {
    if ('codes' in dimension) return []
    const [module = '', record = '', field = ''] = dimension.field.split('.')
    const known = registry.records.get(`${module}.${record}`)
    return known && Object.hasOwn(known.fields, field) ? [] : [`the dimension ${name} is of no field`]
  })
  return [...missing.map((what) => `there is no ${what}`), ...unknown]
}
