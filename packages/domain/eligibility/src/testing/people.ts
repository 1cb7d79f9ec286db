import {
  choice,
  code,
  data,
  date,
  defineModule,
  defineRecord,
  division,
  flag,
  name,
  optional,
  reference,
  text,
  whole,
} from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { disabilityCategories, disabilityGrades, sexes } from '@opendpf/standards'
import { sql } from 'kysely'
import * as z from 'zod'
import { facts } from '../asking/index.js'
import { all, atLeast, clause, eligibility, is, named, not, parameter, some, value } from '../contract/index.js'

const both = (text: string) => ({ 'zh-CN': text, en: text })
const says = (title: string, code?: string) => ({
  title: both(title),
  basis: '测试',
  failed: both(`不符合：${title}`),
  ...(code === undefined ? {} : { code }),
})
const of = { group: 'register', source: both('登记'), ask: both('请登记') } as const
const attributes = {
  category: { title: both('类别'), codes: disabilityCategories.entries },
  grade: { title: both('等级'), codes: disabilityGrades.entries },
}

const person = defineRecord({
  fields: {
    name: name(),
    division: division(),
    age: optional(whole()),
    sex: optional(code(sexes)),
    bornOn: optional(date()),
    isPoor: optional(flag()),
    income: optional(whole()),
    components: optional(data(z.array(z.record(z.string(), z.string())))),
    secret: optional(flag({ privacy: 'S4' })),
  },
  scope: 'division',
  title: 'name',
  list: { columns: ['name'], orders: ['name'] },
})

const grant = defineRecord({
  fields: { person: reference('persons.person'), scheme: text(), state: choice(['paid', 'ended']) },
  scope: { from: 'person' },
  title: 'scheme',
  list: { columns: ['scheme'], orders: ['scheme'] },
})

const words = {
  title: '人员',
  person: '人员',
  'person.name': '姓名',
  'person.division': '区划',
  'person.age': '年龄',
  'person.sex': '性别',
  'person.bornOn': '出生日期',
  'person.isPoor': '低保',
  'person.income': '收入',
  'person.components': '残疾',
  'person.secret': '保密',
  grant: '发放',
  'grant.person': '人员',
  'grant.scheme': '项目',
  'grant.state': '状态',
  'grant.state.paid': '发放中',
  'grant.state.ended': '已停发',
} as const

/** A register for tests: a few facts of each kind, two schemes, and what pays one of them. */
export const people = defineModule({
  id: 'persons',
  records: { person, grant },
  declares: {
    eligibility: eligibility({
      facts: {
        age: { ...of, title: both('年龄'), kind: 'whole' },
        sex: { ...of, title: both('性别'), kind: 'code', codes: sexes.entries },
        bornOn: { ...of, title: both('出生日期'), kind: 'date' },
        isPoor: { ...of, title: both('低保'), kind: 'flag' },
        income: { ...of, title: both('收入'), kind: 'money' },
        components: { ...of, title: both('残疾'), kind: 'items', attributes },
        secret: { ...of, title: both('保密'), kind: 'flag', privacy: 'S4' },
        // of a table of its own, where somebody may have no row
        paid: { ...of, group: 'grants', title: both('在领'), kind: 'whole', whenNone: 0 },
        // the same, and no row says nothing
        grants: { ...of, group: 'grants', title: both('发放'), kind: 'items', attributes },
      },
      parameters: {
        leastAge: { title: both('最低年龄'), kind: 'whole', min: 0, max: 120, basis: '测试' },
        line: { title: both('收入线'), kind: 'money', basis: '测试' },
        standard: { title: both('标准'), kind: 'money', by: 'sex', codes: sexes.entries, basis: '测试' },
        poorOnly: { title: both('仅限低保'), kind: 'flag', basis: '测试' },
        sexes: { title: both('性别'), kind: 'codes', codes: sexes.entries, basis: '测试' },
        severe: {
          title: both('重度'),
          kind: 'patterns',
          attributes,
          basis: '测试',
          national: [
            {
              since: '2016-01-01',
              value: [{ grade: ['1', '2'] }],
              document: { title: '测试办法', number: null, date: null },
            },
          ],
        },
      },
      predicates: {
        isSevere: { title: both('重度残疾'), rule: clause(some('components', parameter('severe')), says('重度残疾')) },
      },
      schemes: {
        nursing: {
          title: both('护理补贴'),
          basis: '测试',
          amount: 'standard',
          rule: all(
            named('isSevere'),
            clause(atLeast('age', parameter('leastAge')), says('年龄')),
            clause(
              not(some('eligibility.benefits', value([{ kind: ['work-injury-care-fee'], statement: ['no'] }]))),
              says('未领工伤护理费', 'R5'),
            ),
          ),
        },
        living: {
          title: both('生活补贴'),
          basis: '测试',
          rule: all(clause(is('isPoor', value(true)), says('低保')), clause(is('secret', value(false)), says('保密'))),
        },
      },
    }),
  },
  messages: { 'zh-CN': words, en: words },
})

export const peopleServer = implementModule(people, {
  migrations: {
    '0001_init': async ({ createRecord }) => {
      await createRecord('persons_person', {
        scope: 'division',
        columns: {
          name: 'text',
          age: 'whole?',
          sex: 'text?',
          born_on: 'date?',
          is_poor: 'flag?',
          income: 'whole?',
          components: 'data?',
          secret: 'flag?',
        },
        orders: ['name'],
      })
      await createRecord('persons_grant', {
        scope: 'division',
        columns: { person: 'text', scheme: 'text', state: 'text' },
        orders: ['scheme'],
        indexes: ['person'],
      })
    },
  },
  provides: {
    eligibility: facts({
      groups: {
        register: () => sql`
          select id as subject, age, sex, born_on as "bornOn", is_poor as "isPoor", income, components, secret
          from persons_person`,
        grants: () => sql`
          select person as subject, count(*) as paid, jsonb_agg(jsonb_build_object('category', state, 'grade', null)) as grants
          from persons_grant group by person`,
      },
      receives: () => sql`
        select person as subject, scheme, null::text as kind, null::date as since
        from persons_grant where state = 'paid'`,
    }),
  },
})
