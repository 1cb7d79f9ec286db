import { fc, test as property } from '@fast-check/vitest'
import type { ModuleContext } from '@opendpf/kit/server'
import { places, startTestServer, type TestServer } from '@opendpf/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect } from 'vitest'
import { bookOf, eligibilityModule, type Rule, sumFor, type Verdict } from '../contract/index.js'
import { eligibilityServer } from '../server/index.js'
import { people, peopleServer } from '../testing/people.js'
import { explain } from './explain.js'
import { readParameters, valueFor } from './parameters.js'
import { compileSchemes, verdictOf } from './population.js'
import { readFact } from './read-fact.js'

const grades = ['1', '2', '3', '4']
const categories = ['1', '4', '5', '6']
const days = ['1960-01-01', '2000-02-29', '2010-06-15']
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 })
const villages = [places.village, places.otherVillage, places.streetVillage, places.quietVillage]

const somebody = fc.record({
  division: fc.constantFrom(...villages),
  age: maybe(fc.integer({ min: 0, max: 6 })),
  sex: maybe(fc.constantFrom('1', '2')),
  bornOn: maybe(fc.constantFrom(...days)),
  isPoor: maybe(fc.boolean()),
  income: maybe(fc.integer({ min: 0, max: 4 })),
  components: maybe(
    fc.array(
      fc.record({ category: fc.constantFrom(...categories), grade: fc.constantFrom(...grades) }, { requiredKeys: [] }),
      { maxLength: 3 },
    ),
  ),
})

// a pattern that asks for nothing fits every item
const pattern = fc.record(
  {
    category: fc.subarray(categories, { minLength: 1 }),
    grade: fc.subarray(grades, { minLength: 1 }),
  },
  { requiredKeys: [] },
)

const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    test: fc.constantFrom('is', 'atLeast', 'atMost'),
    fact: fc.constantFrom('age', 'paid'),
    to: fc.oneof(
      fc.constant({ parameter: 'leastAge' }),
      fc.integer({ min: 0, max: 6 }).map((value) => ({ value })),
    ),
  }),
  fc.record({
    test: fc.constantFrom('is', 'atLeast', 'atMost'),
    fact: fc.constant('income'),
    to: fc.oneof(
      fc.constant({ parameter: 'line' }),
      fc.integer({ min: 0, max: 4 }).map((value) => ({ value })),
    ),
  }),
  fc.record({
    test: fc.constantFrom('is', 'atLeast', 'atMost'),
    fact: fc.constant('bornOn'),
    to: fc.constantFrom(...days).map((value) => ({ value })),
  }),
  fc.record({
    test: fc.constant('is'),
    fact: fc.constant('isPoor'),
    to: fc.oneof(
      fc.constant({ parameter: 'poorOnly' }),
      fc.boolean().map((value) => ({ value })),
    ),
  }),
  fc.record({
    test: fc.constant('oneOf'),
    fact: fc.constant('sex'),
    to: fc.oneof(
      fc.constant({ parameter: 'sexes' }),
      fc.subarray(['1', '2']).map((value) => ({ value })),
    ),
  }),
  fc.record({
    test: fc.constant('some'),
    fact: fc.constantFrom('components', 'grants'),
    to: fc.oneof(
      fc.constant({ parameter: 'severe' }),
      fc.array(pattern, { maxLength: 2 }).map((value) => ({ value })),
    ),
  }),
  fc.constant({ test: 'named', predicate: 'isSevere' }),
  fc.constant({ test: 'set', parameter: 'poorOnly' }),
) as fc.Arbitrary<Rule>

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('rule').map((inner) => ({ test: 'not', rule: inner })),
    fc.record({
      test: fc.constantFrom('all', 'any'),
      rules: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }),
    }),
  ) as fc.Arbitrary<Rule>,
}))

let server: TestServer
let ids: readonly string[]

beforeAll(async () => {
  server = await startTestServer({ modules: [peopleServer, eligibilityServer] as never })
  await server.write(async ({ write }) => {
    const rows = await write.createMany(
      people.records.person,
      fc.sample(somebody, { numRuns: 40, seed: 20260615 }).map((values, at) => ({ name: `人${at}`, ...values })),
    )
    ids = rows.map(({ id }) => id)
    await write.createMany(
      people.records.grant,
      ids.filter((_, at) => at % 3 === 0).map((person) => ({ person, scheme: 'x', state: 'paid' })),
    )
    const set = async (name: string, region: string | null, value: unknown) => {
      const { parameter } = eligibilityModule.records
      const draft = { name: `persons.${name}`, region, since: '2026-06-01', value, documentTitle: '测试' }
      await write.transition(parameter, { ...(await write.create(parameter, draft)), verb: 'enact' })
    }
    await set('leastAge', places.county, 3)
    await set('leastAge', places.town, 2)
    await set('leastAge', places.otherVillage, 4)
    // nobody decided about the income line of the other town
    await set('line', places.town, 2)
    await set('poorOnly', '990000000000', true)
    await set('sexes', '990100000000', ['1'])
    await set('severe', places.streetVillage, [{ category: ['5', '6'], grade: ['3'] }])
  })
})
afterAll(() => server.stop())

/** The deployment as if its register declared these rules. */
function declaring(context: ModuleContext, rules: readonly Rule[]): ModuleContext {
  const declared = people.declares.eligibility as object
  const schemes = Object.fromEntries(
    rules.map((one, at) => [`s${at}`, { title: { 'zh-CN': '', en: '' }, basis: '', rule: one }]),
  )
  const modules = context.registry.modules.map((module) =>
    module.id === 'persons' ? { ...module, declares: { eligibility: { ...declared, schemes } } } : module,
  )
  return { ...context, registry: { ...context.registry, modules } }
}

property.prop([fc.array(rule, { minLength: 5, maxLength: 25 })], { numRuns: 15 })(
  'the reader that explains and the reader that lists decide every rule alike for everybody',
  async (rules) => {
    await server.write(async (whole) => {
      const context = declaring(whole, rules)
      const names = rules.map((_, at) => `persons.s${at}`)
      const { joined, verdicts } = await compileSchemes(context, names, { date: '2026-06-15' })
      const columns = names.map((name, at) => sql`, ${verdicts.get(name) ?? sql`null`} as ${sql.raw(`v${at}`)}`)
      const { rows } = await sql<Readonly<Record<string, boolean | null>>>`
        select s.id${sql.join(columns, sql``)} from ${joined.from}`.execute(context.db)
      expect(rows).toHaveLength(ids.length)
      const listed = new Map<unknown, readonly Verdict[]>(
        rows.map((row) => [row.id, names.map((_, at) => verdictOf(row[`v${at}`] as boolean | null))]),
      )
      for (const id of ids) {
        const explained = await explain(context, id, { date: '2026-06-15', schemes: names })
        expect(explained.map(({ verdict }) => verdict)).toEqual(listed.get(id))
        // whoever cannot be decided is told what is missing, unless it is a parameter that nobody set
        for (const { verdict, asks, finding } of explained)
          if (verdict === 'unknown' && !JSON.stringify(finding).includes('"parameter":{"name":"persons.line"}'))
            expect(asks.length).toBeGreaterThan(0)
      }
    })
  },
  60_000,
)

// what the standard may differ by, and the codes it may have a sum for
const fen = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 }))
const decided = fc.oneof(fen, fc.dictionary(fc.constantFrom('1', '2', '9'), fen, { minKeys: 1 }))
const regions = [null, '990000000000', places.county, places.town, places.streetVillage] as const

property.prop(
  [
    fc.uniqueArray(fc.record({ region: fc.constantFrom(...regions), value: decided }), {
      selector: ({ region }) => region,
      maxLength: 4,
    }),
  ],
  { numRuns: 15 },
)(
  'one sum is told of everybody, whoever asks: one by one, all in one query, or by what is known of many',
  async (sums) => {
    const supposing = sums.map((one) => ({ name: 'persons.standard', since: '2026-06-01', ...one }))
    const [scheme, date] = ['persons.nursing', '2026-06-15']
    await server.write(async (context) => {
      const { joined, amounts } = await compileSchemes(context, [scheme], { date, supposing, withAmounts: true })
      const { rows } = await sql<{ readonly id: string; readonly division: string; readonly paid: string | null }>`
      select s.id, s.division, ${amounts.get(scheme) ?? sql`null`} as paid from ${joined.from} order by s.id`.execute(
        context.db,
      )
      const table = await readParameters(context, bookOf(context.registry), new Set(['persons.standard']), {
        date,
        supposing,
      })
      const codes = await readFact(context, 'persons.sex', { subjects: ids, date })
      // three of each village are enough to be asked one by one
      const few = new Set([...Map.groupBy(rows, ({ division }) => division).values()].flatMap((all) => all.slice(0, 3)))
      for (const row of rows) {
        const paid = row.paid === null ? null : Number(row.paid)
        const value = valueFor(table, 'persons.standard', row.division)?.value
        expect(sumFor(value, codes.get(row.id) ?? null)).toBe(paid)
        if (!few.has(row)) continue
        const [explained] = await explain(context, row.id, { date, supposing, schemes: [scheme] })
        expect(explained?.amount).toMatchObject({ fen: paid })
        // whose code is not known is asked for it, and paid nothing
        if (explained?.amount?.by?.value === null) expect(paid).toBeNull()
      }
    })
  },
)
