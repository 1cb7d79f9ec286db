import { texts } from '@opendpf/messages'
import { expect, it } from 'vitest'
import { bookOf, type Declarations, eligibility, type Fact, type ParameterDef } from './index.js'
import { atLeast, clause, is, parameter, value } from './rule.js'

const both = texts('测试', 'test')
const says = { title: both, basis: '测试', failed: both }
const [one, two] = [
  { code: '1', zh: '一级', en: 'One' },
  { code: '2', zh: '二级', en: 'Two' },
]
const grade: Fact = { title: both, kind: 'code', codes: [one, two], group: 'g', source: both, ask: both }
const income: Fact = { ...grade, kind: 'money' }
const standard: ParameterDef = { title: both, kind: 'money', by: 'grade', codes: [one], basis: '测试' }
const aid = { title: both, basis: '测试', amount: 'standard', rule: clause(is('grade', value('1')), says) }

const bookWith = (declared: Partial<Declarations>) => {
  const all = { facts: { grade, income }, parameters: { standard }, schemes: { aid }, ...declared }
  return bookOf({ modules: [{ id: 'm', declares: { eligibility: eligibility(all) } }] as never })
}

it('names the fact by which a standard may differ as a whole', () => {
  expect(bookWith({}).parameters.get('m.standard')).toMatchObject({ by: 'm.grade' })
})

it.each<[string, Partial<Declarations>]>([
  ['no money with codes', { parameters: { standard: { ...standard, codes: [] } } }],
  ['no money with codes', { parameters: { standard: { ...standard, kind: 'whole' } } }],
  ['no fact of one code', { parameters: { standard: { ...standard, by: 'income' } } }],
  ['no fact of one code', { parameters: { standard: { ...standard, by: 'other.grade' } } }],
  ['"m.grade" never is', { parameters: { standard: { ...standard, codes: [one, { ...two, code: '9' }] } } }],
  ['which is secret', { facts: { grade: { ...grade, privacy: 'S3' }, income } }],
  ['told of other subjects', { schemes: { aid: { ...aid, of: 'households.household' } } }],
  ['which differs by', { schemes: { aid: { ...aid, rule: clause(atLeast('income', parameter('standard')), says) } } }],
  [
    'is wrong: codes',
    {
      parameters: {
        standard: {
          ...standard,
          national: [{ since: '2026-01-01', value: { 2: 100 }, document: { title: '', number: null, date: null } }],
        },
      },
    },
  ],
])('refuses a standard that could not be told or paid: %s', (problem, declared) => {
  expect(() => bookWith(declared)).toThrow(problem)
})
