import { ageOn } from '@opendpf/standards'
import { demoDivisions } from './divisions.js'
import { type DemoFamily, type DemoMember, generateFamilies } from './families.js'
import { type DemoOrganisation, generateOrganisations } from './network.js'
import type { DemoOptions } from './people.js'
import { createRandom, type Random } from './random.js'

/**
 * A row of the made-up county for a record of the register: `values` as the API takes them, and `links` for fields that refer to rows
 * given before, by their `key`.
 */
export interface DemoRow {
  /** `<module>.<record>`, such as `persons.person`. */
  readonly record: string
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
  readonly links: Readonly<Record<string, string>>
}

/**
 * The whole county, row by row, parents before children: divisions, organisations with posts and their holders, then each household
 * with its persons, certificates, states, guardians, needs and accounts. `persons` counts the holders of a certificate; their families
 * come on top. Any size in flat memory; the same options give the same rows.
 */
export async function* generateCounty(options: DemoOptions): AsyncGenerator<DemoRow> {
  for (const { code, ...division } of demoDivisions)
    yield row('system.division', code, { code, ...division, isSynthetic: true })
  for (const organisation of generateOrganisations(options)) yield* organisationRows(organisation)
  const random = createRandom(`${options.seed ?? 'opendpf'} details`)
  let number = 0
  for (const family of generateFamilies(options)) {
    number += 1
    yield* familyRows(family, { random, key: `household-${number}`, today: options.today ?? '2026-10-31' })
  }
}

function row(record: string, key: string, values: DemoRow['values'], links: DemoRow['links'] = {}): DemoRow {
  return { record, key, values, links }
}

function* organisationRows({ key, parent, posts, ...values }: DemoOrganisation): Generator<DemoRow> {
  yield row('organisations.organisation', key, values, parent === undefined ? {} : { parent })
  for (const [index, { holder, ...post }] of posts.entries()) {
    const own = `${key}/post-${index}`
    yield row('organisations.post', own, post, { organisation: key })
    if (holder) yield row('organisations.holder', `${own}/holder`, holder, { post: own })
  }
}

interface Making {
  readonly random: Random
  readonly key: string
  readonly today: string
}

function* familyRows(family: DemoFamily, making: Making): Generator<DemoRow> {
  const { key } = making
  const { members, ...household } = family
  const [head] = members
  const village = members.find(({ holder }) => holder)?.holder?.village.code
  yield row('persons.household', key, { headName: nameOf(head), division: village, ...household })
  for (const [index, member] of members.entries()) {
    const person = `${key}/person-${index}`
    yield* personRows(person, member, village ?? '', making)
    yield row(
      'persons.member',
      `${person}/member`,
      { relation: member.relation, since: member.since },
      { household: key, person },
    )
  }
  yield* guardianRows(family, making)
}

function* personRows(
  key: string,
  { holder, relative }: DemoMember,
  division: string,
  { random, today }: Making,
): Generator<DemoRow> {
  if (relative) {
    const { name, sex, ethnicity, birthDate, idNumber } = relative
    yield row('persons.person', key, { name, sex, ethnicity, birthDate, idNumber, division })
  }
  if (!holder) return
  const { name, sex, ethnicity, birthDate, idNumber, phone, householdType, marital, education, disability } = holder
  yield row('persons.person', key, {
    name,
    sex,
    ethnicity,
    birthDate,
    idNumber,
    phone,
    householdType,
    marital,
    education,
    division: holder.village.code,
  })
  const { category, grade, components } = disability
  yield row(
    'certificates.certificate',
    `${key}/certificate`,
    {
      number: holder.certificateNumber,
      category,
      grade,
      components,
      issueDate: holder.issueDate,
      validTo: holder.validTo,
      cause: random.weighted([
        ['04', 46],
        ['02', 20],
        ['07', 10],
        ['08', 10],
        ['06', 5],
        ['09', 6],
        ['98', 3],
      ] as const),
    },
    { person: key },
  )
  const age = ageOn(birthDate, today) ?? 0
  const since = (from: number, to: number): string =>
    later(birthDate, `${random.whole(from, to)}-0${random.whole(1, 9)}-01`)
  if (holder.isOnAllowance) {
    yield row(
      'persons.status',
      `${key}/allowance`,
      { kind: 'allowance', since: since(2017, 2025), source: 'civil-affairs' },
      { person: key },
    )
    yield row(
      'persons.account',
      `${key}/account`,
      { bank: '示范县农村商业银行', number: `990121${idNumber.slice(6, 17)}`, holderName: name },
      { person: key },
    )
  }
  if (age >= 16 && age < 60 && random.chance(0.47))
    yield row(
      'persons.status',
      `${key}/employed`,
      { kind: 'employed', since: since(2016, 2025), source: 'human-resources' },
      { person: key },
    )
  if (age >= 6 && age < 18 && random.chance(0.9))
    yield row(
      'persons.status',
      `${key}/enrolled`,
      { kind: 'enrolled', since: since(2019, 2025), source: 'education' },
      { person: key },
    )
  if (grade <= '2' && random.chance(0.4))
    yield row(
      'persons.status',
      `${key}/care`,
      { kind: 'care-needed', since: since(2019, 2025), source: 'visit' },
      { person: key },
    )
  if (random.chance(0.18))
    yield row(
      'persons.need',
      `${key}/need`,
      {
        kind: needOf(category, random),
        level: random.chance(0.25) ? 'urgent' : 'ordinary',
        raisedOn: since(2025, 2025),
      },
      { person: key },
    )
}

/** Minors and holders with intellectual or mental disability have a guardian, when there is somebody in the household. */
function* guardianRows({ members }: DemoFamily, { key, today }: Making): Generator<DemoRow> {
  const guardian = members.findIndex(
    ({ relative }) => relative !== undefined && (ageOn(relative.birthDate, today) ?? 0) >= 18,
  )
  const name = members[guardian]?.relative?.name
  if (name === undefined) return
  for (const [index, { holder, relation }] of members.entries()) {
    if (!holder) continue
    const isMinor = (ageOn(holder.birthDate, today) ?? 0) < 18
    const needsOne =
      isMinor || holder.disability.components.some(({ category }) => category === '5' || category === '6')
    if (needsOne)
      yield row(
        'persons.guardian',
        `${key}/guardian-${index}`,
        { name, relation: relation === '01' ? '10' : '50', since: later(holder.birthDate, '2020-01-01') },
        { person: `${key}/person-${index}`, guardianPerson: `${key}/person-${guardian}` },
      )
  }
}

function needOf(category: string, random: Random): string {
  const device = category === '4' || category === '1' || category === '2' ? 40 : 5
  return random.weighted([
    ['rehabilitation', 30],
    ['device', device],
    ['care', 10],
    ['employment', 8],
    ['training', 6],
    ['relief', 12],
    ['home-retrofit', 8],
  ] as const)
}

function nameOf({ holder, relative }: DemoMember): string {
  return holder?.name ?? relative?.name ?? ''
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
