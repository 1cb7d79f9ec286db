import { fc } from '@fast-check/vitest'
import type { PlanFile } from '../contract/index.js'
import { planUnits, serviceLines, taskSources } from '../contract/index.js'
import { amountArbitrary, targetArbitrary } from './arbitraries.js'

/** Texts that files have trouble with: numbers and dates that are texts, formulas, quotes, several lines. */
const text = fc.constantFrom(
  '职业技能培训',
  '3.10',
  '0012',
  '2026-01-01',
  'null',
  'true',
  '=1+1',
  '“引号” "quotes" \'s',
  'a: b # c',
  '- 一、\n- 二、',
  '<b>&amp;</b>',
  '990121199001011234',
)
const day = fc.constantFrom('2026-01-31', '2026-06-30', '2026-12-31')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const divisions = ['990121100000', '990121001000'] as const

const splits = fc
  .subarray([...divisions], { minLength: 1 })
  .chain((places) =>
    fc.tuple(
      ...places.map((division) =>
        fc.record({ division: fc.constant(division), target: targetArbitrary, note: maybe(text) }),
      ),
    ),
  )

const item = fc.record({
  title: text,
  task: maybe(text),
  line: fc.constantFrom(...serviceLines),
  source: fc.constantFrom(...taskSources),
  sourceDocument: maybe(text),
  organisation: maybe(text),
  owner: maybe(text),
  unit: fc.constantFrom(...planUnits),
  unitWord: maybe(fc.constantFrom('处', '篇')),
  target: targetArbitrary,
  denominator: maybe(text),
  lastYear: maybe(amountArbitrary),
  yearly: maybe(
    fc.array(fc.record({ year: fc.integer({ min: 2026, max: 2030 }), target: targetArbitrary }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
  startsOn: maybe(day),
  dueOn: maybe(day),
  measure: maybe(
    fc.record({
      indicator: fc.constantFrom('persons.holders', 'certificates.issued'),
      filters: maybe(fc.constantFrom({ grade: ['1', '2'] }, { grade: ['1'], sex: ['1', '2'] })),
    }),
  ),
  part: maybe(fc.constantFrom('of-which', 'share')),
  each: maybe(fc.integer({ min: 1, max: 60 })),
  splits: maybe(splits),
})

/** Takes away what is left out: a file says nothing of it. */
function compact<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** Whole plans, with items that hang together. */
export const planFileArbitrary: fc.Arbitrary<PlanFile> = fc
  .record({
    goals: maybe(text),
    document: maybe(text),
    sections: fc.array(fc.record({ kind: fc.constantFrom('tasks', 'problems'), title: text, text: maybe(text) }), {
      maxLength: 2,
    }),
    projects: fc.array(fc.record({ title: text, budget: maybe(fc.integer({ min: 0, max: 1_000_000 })) }), {
      maxLength: 2,
    }),
    items: fc.array(item, { minLength: 1, maxLength: 4 }),
  })
  .map(({ goals, document, sections, projects, items }) =>
    compact({
      format: 'opendpf-plan/1' as const,
      plan: {
        title: '示范县2026年残疾人工作计划',
        kind: 'annual',
        division: '990121000000',
        firstYear: 2026,
        lastYear: 2026,
        goals,
        document,
      },
      ...(sections.length > 0 ? { sections: sections.map((one, at) => ({ key: `${at + 1}`, ...one })) } : {}),
      ...(projects.length > 0 ? { projects: projects.map((one, at) => ({ key: `${at + 1}`, ...one })) } : {}),
      items: items.map(({ measure, part, each, ...one }, at) => ({
        number: `${at + 1}`,
        ...one,
        ...measure,
        section: sections.length > 0 ? '1' : undefined,
        project: projects.length > 1 ? '2' : undefined,
        ...(part !== undefined && at > 0 ? { partOf: '1', partKind: part } : {}),
        ...(each !== undefined && at > 0 ? { times: '1', each } : {}),
      })),
    } as PlanFile),
  )
