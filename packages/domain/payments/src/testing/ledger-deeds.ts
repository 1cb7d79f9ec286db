import { fc } from '@fast-check/vitest'
import type { PlacedRecord } from '@opendpf/kit'
import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { sql } from 'kysely'
import { payments } from '../contract/index.js'
import { type Desk, regular } from './payment-desk.js'

const { batch, line, overpayment, recovery } = payments.records
const programme = 'testing.living'
const months = ['2026-03', '2026-04', '2026-05', '2026-06'] as const
const today = '2026-06-08'

/** Everything that is done to money, each with what chooses among the things that it can be done to. */
const deeds = {
  /** Those of a mask are paid for a month: the first for himself, the others for one vehicle of theirs, for the other, or for both. */
  pay: fc.record({
    who: fc.oneof({ weight: 3, arbitrary: fc.constant(7) }, fc.integer({ min: 1, max: 7 })),
    what: fc.integer({ min: 1, max: 3 }),
    month: fc.nat({ max: 3 }),
  }),
  /** A batch goes from the draft to the bank. */
  send: fc.record({ at: fc.nat() }),
  /** The bank tells of a batch, or of its first line only; lines of the mask come back. */
  result: fc.record({
    at: fc.nat(),
    failed: fc.oneof(fc.constant(0), fc.nat({ max: 7 })),
    half: fc.constantFrom(false, false, false, true),
  }),
  /** What came back of a batch is paid anew; accounts that have not changed are said to be right, or not. */
  reissue: fc.record({ at: fc.nat(), right: fc.boolean() }),
  /** Somebody's account is closed, and another one entered. */
  mend: fc.record({ at: fc.nat() }),
  /** A programme stops somebody's enrolment from a month on. */
  stop: fc.record({ at: fc.nat(), month: fc.nat({ max: 1 }) }),
  /** Somebody who was paid too much agrees to pay it back by instalments. */
  agree: fc.record({ at: fc.nat(), instalment: fc.constantFrom(300, 700, 5000) }),
  /** He brings some of it himself, which somebody else confirms. */
  repay: fc.record({ at: fc.nat(), amount: fc.constantFrom(150, 600, 1001) }),
  dropBatch: fc.record({ at: fc.nat() }),
  dropLine: fc.record({ at: fc.nat() }),
} as const

export type DeedName = keyof typeof deeds
type Asked = { readonly [Name in DeedName]: (typeof deeds)[Name] extends fc.Arbitrary<infer Value> ? Value : never }
export type Deed = { readonly [Name in DeedName]: readonly [name: Name, asked: Asked[Name]] }[DeedName]
export const deedNames = Object.keys(deeds) as readonly DeedName[]

const deedOf = (name: DeedName) => deeds[name].map((asked) => [name, asked] as Deed)
/** Deeds that follow from each other, so that runs get as far as they lead. */
const story = (...names: readonly DeedName[]) => fc.tuple(...names.map(deedOf))
const stories = [
  story('send', 'result', 'reissue'),
  story('mend', 'reissue', 'send'),
  story('dropBatch', 'reissue'),
  story('result', 'dropLine'),
  story('pay', 'stop', 'send'),
  story('dropLine', 'pay', 'dropBatch'),
  story('stop', 'repay', 'agree', 'repay'),
]
const payBack = story('stop', 'agree', 'pay', 'send', 'send', 'result', 'result')

/**
 * A county's deeds: three are paid, one or two of them come back and are to be paid anew; and then some of the stories in any order, somebody
 * who pays back by instalments always among them.
 */
export const countyDeeds: fc.Arbitrary<readonly Deed[]> = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.shuffledSubarray(stories, { minLength: 5, maxLength: 5 }),
    fc.nat({ max: 2 }),
  )
  .chain(([failed, others, place]) =>
    fc
      .tuple(...others.toSpliced(place, 0, payBack))
      .map((following): readonly Deed[] => [
        ['pay', { who: 7, what: 1, month: 0 }],
        ['send', { at: 0 }],
        ['result', { at: 0, failed, half: false }],
        ['reissue', { at: 0, right: true }],
        ...following.flat(),
      ]),
  )

/** A budget line and the three who are paid from it. */
export interface Place {
  readonly budget: string
  readonly people: readonly string[]
}

const isDone = ({ status }: { readonly status: number }) => status < 300
const choose = <T>(some: readonly T[], at: number): T | undefined => some[at % Math.max(some.length, 1)]

/**
 * Does deeds at a desk, if there is something to do them to, and answers whether they took place: a refusal is as good as anything else, as long
 * as the ledger balances.
 */
export function ledgerDeeds(desk: Desk): (deed: Deed, place: Place) => Promise<boolean> {
  let [cycles, accounts] = [0, 0]

  const rowsOf = async <Row extends object>(query: ReturnType<typeof sql<Row>>) =>
    (await desk.server.write(({ db }) => query.execute(db))).rows
  /** One of the two newest batches of a budget line in a state, and with a line in a state where that is asked for. */
  const batchIn = async (budget: string, at: number, state: string, lineState: string | null = null) => {
    const found = await rowsOf(sql<{ id: string }>`
      select id from payments_batch b where budget_line = ${budget} and state = ${state} and (${lineState}::text is null or exists (
        select from payments_line l where l.batch = b.id and l.state = ${lineState}
      )) order by id desc limit 2`)
    return choose(found, at)?.id
  }
  const claimsOf = async (people: readonly string[]) =>
    rowsOf(sql<{ id: string; instalment: string | null }>`
      select id, instalment::text from payments_overpayment where person = any(${people}::text[]) and state = 'outstanding' order by id`)
  const step = async (record: PlacedRecord, id: string, verb: string, values = {}, by = desk.clerk) =>
    isDone(await desk.step(record, id, verb, values, by))

  const carryOut: { readonly [Name in DeedName]: (asked: Asked[Name], place: Place) => Promise<boolean> } = {
    async pay({ who, what, month }, { budget, people }) {
      const lines = people.flatMap((person, at) =>
        who & (1 << at)
          ? beneficiariesOf(person, at === 0 ? 0 : what).map((one) => ({ ...regular(person, 1000), ...one }))
          : [],
      )
      // the first month from the one asked for on for which none of them was paid yet
      for (const asked of [...months.slice(month), ...months.slice(0, month)]) {
        cycles += 1
        const isPaid = await desk.pay(budget, lines, { month: asked, cycle: `l${cycles}` }).then(
          () => true,
          () => false,
        )
        if (isPaid) return true
      }
      return false
    },
    async send({ at }, { budget }) {
      const id = await batchIn(budget, at, 'draft')
      if (id === undefined) return false
      await step(batch, id, 'refresh')
      if (!(await step(batch, id, 'verify'))) return false
      await step(batch, id, 'review', {}, desk.first)
      await step(batch, id, 'approve', {}, desk.second)
      await desk.makeFiles()
      return step(batch, id, 'send', { sentOn: today }, desk.cashier)
    },
    async result({ at, failed, half }, { budget }) {
      const id = await batchIn(budget, at, 'sent', 'pending')
      if (id === undefined) return false
      const reasons = [1, 2, 3].filter((place) => failed & (1 << (place - 1))).map((place) => [place, '账号不存在'])
      const answer = (await desk.answerTo(id, Object.fromEntries(reasons))).split('\r\n')
      const { body } = await desk.bring(id, (half ? answer.slice(0, 2) : answer).join('\r\n'))
      return body.fields?.state === 'booked'
    },
    async reissue({ at, right }, { budget }) {
      const id = await batchIn(budget, at, 'sent', 'returned')
      if (id === undefined) return false
      return isDone(await desk.clerk('POST', '/api/v1/payments/reissues', { batch: id, isAccountRight: right }))
    },
    async mend({ at }, { people }) {
      const person = choose(people, at) ?? ''
      const [old] = await desk.rows(persons.records.account, `person=${person}&isDefault=true`)
      const isClosed = isDone(
        await desk.change(persons.records.account, old?.id ?? '', { isDefault: false, closedOn: today }),
      )
      const { name } = await desk.read(persons.records.person, person)
      accounts += 1
      const number = `621700000000${String(accounts).padStart(4, '0')}`
      await desk.account(person, { number, holderName: name, isDefault: true })
      return isClosed
    },
    async stop({ at, month }, { people }) {
      const fromMonth = months[month] ?? months[0]
      // those who were paid are stopped more often than those who are still to be
      // those who were paid are stopped more often than those who are still to be
      const receive = await rowsOf(sql<{ enrolment: string; person: string }>`
        select enrolment, person from payments_line l where person = any(${people}::text[]) and month >= ${fromMonth} and stop_reason is null
          and state in ('pending', 'paid', 'returned') and not exists (
            select from payments_overpayment o where o.person = l.person and o.beneficiary is not distinct from l.beneficiary
              and l.month between o.from_month and o.until_month
          )
        group by enrolment, person order by bool_or(state = 'paid') desc, min(l.id) limit 2`)
      const enrolled = choose(receive, at % 3)
      if (!enrolled) return false
      const { enrolment: id, person } = enrolled
      const followed = async () => {
        const [row] = await rowsOf(sql<{ count: number }>`
          select (select count(*) from payments_line where person = ${person} and (drop_reason is not null or stop_reason is not null))::int
            + (select count(*) from payments_overpayment where person = ${person})::int as count`)
        return row?.count ?? 0
      }
      const before = await followed()
      const told = { id, person, programme, fromMonth, reason: 'death' }
      await desk.server.write(async ({ write }) =>
        write.emit('programmes.enrolment.overpaid', told, places.county.slice(0, 6)),
      )
      await desk.server.deliver()
      return (await followed()) > before
    },
    async agree({ at, instalment }, { people }) {
      const claim = choose(
        (await claimsOf(people)).filter((one) => one.instalment === null),
        at,
      )
      return claim !== undefined && isDone(await desk.change(overpayment, claim.id, { instalment }))
    },
    async repay({ at, amount }, { people }) {
      const claim = choose(await claimsOf(people), at)
      if (!claim) return false
      const part = { overpayment: claim.id, manner: 'receipt', amount, recoveredOn: today, document: 'S1' }
      const { status, body } = await desk.clerk('POST', desk.server.path(recovery), part)
      return status === 201 && step(recovery, body.id, 'book', {}, desk.first)
    },
    async dropBatch({ at }, { budget }) {
      const id = await batchIn(budget, at, 'draft')
      return id !== undefined && step(batch, id, 'drop', { dropReason: '有误' })
    },
    async dropLine({ at }, { budget }) {
      const id = await batchIn(budget, at, 'sent', 'returned')
      if (id === undefined) return false
      const [row] = (await desk.linesOf(id)).filter(({ fields }) => fields.state === 'returned')
      return row !== undefined && step(line, row.id, 'drop', { dropReason: '死亡' })
    },
  }
  return ([name, asked], place) => (carryOut[name] as (asked: unknown, place: Place) => Promise<boolean>)(asked, place)
}

/** What somebody is paid for, by its number: himself or vehicles of his, each by an enrolment of its own. */
function beneficiariesOf(person: string, what: number) {
  if (what === 0) return [{ beneficiary: null, enrolment: person }]
  return ['A', 'B'].flatMap((vehicle, at) => {
    const beneficiary = `${person} ${vehicle}`
    return what & (1 << at) ? [{ beneficiary, enrolment: beneficiary.slice(-36) }] : []
  })
}
