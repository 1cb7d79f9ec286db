import { composeCreditCode, creditCodeAlphabet } from '@opendpf/standards'
import { countyCode, demoTowns, demoVillages, townNameOf } from './divisions.js'
import { makeName } from './names.js'
import { createRandom, type Random } from './random.js'

/** An organisation of the made-up county; `parent` is the key of another. */
export interface DemoOrganisation {
  readonly key: string
  readonly name: string
  readonly type: string
  readonly specialty?: string
  readonly creditCode?: string
  readonly parent?: string
  readonly division: string
  readonly foundedOn: string
  readonly contactPhone?: string
  readonly posts: readonly DemoPost[]
}

/** A post and who holds it. */
export interface DemoPost {
  readonly name: string
  readonly kind: string
  readonly isPartTime: boolean
  readonly holder:
    | { readonly name: string; readonly since: string; readonly phone: string; readonly allowance?: number }
    | undefined
}

const specialties = [
  ['visual', '盲人协会'],
  ['hearing', '聋人协会'],
  ['physical', '肢残人协会'],
  ['intellectual-family', '智力残疾人及亲友协会'],
  ['mental-family', '精神残疾人及亲友协会'],
] as const

const places = [
  ['hospital', '示范县人民医院', '1', '2'],
  ['hospital', '示范县精神卫生中心', '1', '2'],
  ['assessment-institution', '示范县残疾评定中心', '1', '2'],
  ['school', '示范县特殊教育学校', '1', '2'],
  ['rehab-institution', '示范县启明儿童康复中心', '5', '2'],
  ['rehab-institution', '示范县同行康复中心', '5', '2'],
  ['care-institution', '示范县阳光家园', '5', '2'],
  ['care-institution', '示范县安心托养中心', '5', '2'],
] as const

const trades = ['服装', '食品', '包装', '电子', '农产品', '印刷', '家具', '物流', '纸业', '玩具', '建材', '茶业']
const countyKey = 'county'

/** Monthly allowance of a village commissioner in the demonstration, in fen. */
const allowance = 30_000

/** The organisations of the county: its federation, five associations, 18 town federations, 300 village associations, and whom they work with. */
export function* generateOrganisations({
  seed = 'opendpf',
}: {
  readonly seed?: string
} = {}): Generator<DemoOrganisation> {
  const random = createRandom(`${seed} organisations`)
  const codeOf = (authority: string, category: string) =>
    composeCreditCode({
      authority,
      category,
      division: '990121',
      organisation: Array.from({ length: 8 }, () => random.pick([...creditCodeAlphabet])).join(''),
    })
  const post = (name: string, kind: string, filled = 1, isPartTime = false): DemoPost => ({
    name,
    kind,
    isPartTime,
    holder: random.chance(filled) ? makeHolder(random, kind) : undefined,
  })
  yield {
    key: countyKey,
    name: '示范县残疾人联合会',
    type: 'county-dpf',
    creditCode: codeOf('1', '3'),
    division: countyCode,
    foundedOn: '1989-06-01',
    contactPhone: '0990-8800001',
    posts: [
      post('理事长', 'chair'),
      post('副理事长', 'vice-chair'),
      post('办公室主任', 'staff'),
      post('康复科科长', 'staff'),
      post('就业服务中心主任', 'staff'),
    ],
  }
  for (const [specialty, name] of specialties) {
    yield {
      key: `special-${specialty}`,
      name: `示范县${name}`,
      type: 'special-association',
      specialty,
      creditCode: codeOf('5', '1'),
      parent: countyKey,
      division: countyCode,
      foundedOn: day(random, 2000, 2012),
      posts: [post('主席', 'association-chair', 1, true)],
    }
  }
  yield {
    key: 'centre',
    name: '示范县残疾人综合服务中心',
    type: 'service-centre',
    creditCode: codeOf('1', '2'),
    parent: countyKey,
    division: countyCode,
    foundedOn: day(random, 2008, 2018),
    posts: [post('主任', 'staff')],
  }
  for (const { code, name } of demoTowns) {
    const key = `town-${code}`
    yield {
      key,
      name: `${name}残疾人联合会`,
      type: 'town-dpf',
      parent: countyKey,
      division: code,
      foundedOn: day(random, 1991, 2003),
      posts: [post('理事长', 'chair', 1, true), post('专职干部', 'full-time-officer', 0.95)],
    }
    yield {
      key: `rehab-${code}`,
      name: `${name}社区康复站`,
      type: 'rehab-station',
      parent: key,
      division: code,
      foundedOn: day(random, 2009, 2021),
      posts: [],
    }
  }
  for (const { code, name } of demoVillages) {
    yield {
      key: `village-${code}`,
      name: `${townNameOf(code)}${name}残疾人协会`,
      type: 'village-association',
      parent: `town-${code.slice(0, 9)}000`,
      division: code,
      foundedOn: day(random, 2004, 2015),
      posts: [post('主席', 'association-chair', 0.98, true), post('残疾人专职委员', 'commissioner', 0.93)],
    }
  }
  for (const [index, [type, name, authority, category]] of places.entries())
    yield {
      key: `place-${index}`,
      name,
      type,
      creditCode: codeOf(authority, category),
      division: random.pick(demoTowns).code,
      foundedOn: day(random, 1985, 2020),
      posts: [],
    }
  for (const [index, trade] of trades.entries()) {
    yield {
      key: `employer-${index}`,
      name: `示范县${random.pick(['恒达', '兴盛', '同心', '丰源', '华茂'])}${trade}有限公司`,
      type: 'employer',
      creditCode: codeOf('9', '1'),
      division: random.pick(demoTowns).code,
      foundedOn: day(random, 1998, 2022),
      posts: [],
    }
  }
}

function makeHolder(random: Random, kind: string): NonNullable<DemoPost['holder']> {
  const { name } = makeName(random, random.chance(0.55) ? 'male' : 'female')
  const phone = `19900${String(random.whole(0, 999_999)).padStart(6, '0')}`
  return { name, since: day(random, 2016, 2025), phone, ...(kind === 'commissioner' ? { allowance } : {}) }
}

function day(random: Random, from: number, to: number): string {
  return `${random.whole(from, to)}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`
}
