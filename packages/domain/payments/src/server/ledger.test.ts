import { fc } from '@fast-check/vitest'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countyDeeds, type DeedName, deedNames, ledgerDeeds, type Place } from '../testing/ledger-deeds.js'
import { type Desk, openDesk } from '../testing/payment-desk.js'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.server.stop())

type Ledger = Readonly<
  Record<
    | 'issued'
    | 'approved'
    | 'paid'
    | 'returned'
    | 'pending'
    | 'told'
    | 'reserved'
    | 'spent'
    | 'twice'
    | 'beyondPaid'
    | 'beyondClaim'
    | 'settledOtherwise'
    | 'keptOtherwise'
    | 'kept',
    number
  >
> & {
  /** States that its lines are in, and those of them that took the place of another. */
  readonly states: readonly string[]
}

/**
 * What the register of payments and the fund say of a budget line, in fen: the fund was asked for what was issued, and the batches that two have
 * approved say it too; how many are paid twice for a month; of how many overpayments more is asked back than was paid, or comes back than is
 * asked; how many are settled though something is open, or the other way round, or have sums that are not those of their parts; of how many
 * lines something else is kept back than they say; what was kept back and counts.
 */
async function ledgerOf({ budget, people }: Place): Promise<Ledger> {
  const { rows } = await desk.server.write(({ db }) =>
    sql<Readonly<Record<Exclude<keyof Ledger, 'states'>, string>> & Pick<Ledger, 'states'>>`
      with own as materialized (
        select l.*, b.state in ('approved', 'filed', 'sent', 'reconciled', 'closed') as is_issued
        from payments_line l join payments_batch b on b.id = l.batch where b.budget_line = ${budget}
      ), claims as (
        select o.*, coalesce(sum(r.amount) filter (where r.state <> 'cancelled'), 0) as parts,
          coalesce(sum(r.amount) filter (where r.state = 'booked'), 0) as booked,
          (select coalesce(sum(l.amount), 0) from own l where l.person = o.person and l.state = 'paid'
            and (o.beneficiary is null or l.beneficiary = o.beneficiary) and l.month between o.from_month and o.until_month) as was_paid
        from payments_overpayment o left join payments_recovery r on r.overpayment = o.id
        where o.person = any(${people}::text[]) group by o.id
      )
      select (select coalesce(sum(amount), 0)::text from funds_expenditure where budget_line = ${budget}) as issued,
        (select coalesce(sum(amount), 0)::text from payments_batch
          where budget_line = ${budget} and state in ('approved', 'filed', 'sent', 'reconciled', 'closed')) as approved,
        coalesce(sum(net) filter (where is_issued and state = 'paid'), 0)::text as paid,
        coalesce(sum(net) filter (where is_issued and return_text is not null), 0)::text as returned,
        coalesce(sum(net) filter (where is_issued and state = 'pending'), 0)::text as pending,
        (select coalesce(sum(amount - paid - returned), 0)::text from payments_batch
          where budget_line = ${budget} and state in ('approved', 'filed', 'sent', 'reconciled', 'closed')) as told,
        (select reserved::text from funds_budget_line where id = ${budget}) as reserved,
        (select spent::text from funds_budget_line where id = ${budget}) as spent,
        (select count(*)::text from (
          select from own where state not in ('replaced', 'dropped') group by programme, month, coalesce(beneficiary, payee) having count(*) > 1
        ) as double) as twice,
        (select count(*)::text from claims where amount > was_paid) as "beyondPaid",
        (select count(*)::text from claims where parts > amount or recovered + remitted > amount) as "beyondClaim",
        (select count(*)::text from claims where recovered + remitted <> booked or (state = 'settled') <> (booked = amount)) as "settledOtherwise",
        (select count(*)::text from own l where state in ('pending', 'paid', 'returned') and deduction <> (
          select coalesce(sum(r.amount), 0) from payments_recovery r where r.line = l.id and r.state <> 'cancelled'
        )) as "keptOtherwise",
        (select coalesce(sum(r.amount), 0)::text from payments_recovery r join claims o on o.id = r.overpayment
          where r.manner = 'deduction' and r.state = 'booked') as kept,
        coalesce(array_agg(distinct state || case when replaces is null then '' else ' anew' end), '{}') as states
      from own`.execute(db),
  )
  const { states = [], ...sums } = rows[0] ?? {}
  const numbers = Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)]))
  return { ...(numbers as Omit<Ledger, 'states'>), states }
}

it('at every moment what was issued is what was paid, what came back and what is pending, and no more comes back than was paid too much', {
  timeout: 120_000,
}, async () => {
  const carryOut = ledgerDeeds(desk)
  const done = new Map<DeedName, number>()
  const reached = new Set<string>()
  let keptBack = 0
  await fc.assert(
    fc.asyncProperty(countyDeeds, async (deeds) => {
      const people = [(await desk.person()).id, (await desk.person()).id, (await desk.person()).id]
      const place = { budget: await desk.money(1_000_000), people }
      let keptSoFar = 0
      for (const deed of deeds) {
        if (!(await carryOut(deed, place))) continue
        done.set(deed[0], (done.get(deed[0]) ?? 0) + 1)
        const { issued, paid, returned, pending, kept, states, ...ledger } = await ledgerOf(place)
        for (const state of states) reached.add(state)
        expect(issued).toBe(paid + returned + pending)
        expect(ledger).toEqual({
          approved: issued,
          told: pending,
          reserved: pending,
          spent: paid,
          twice: 0,
          beyondPaid: 0,
          beyondClaim: 0,
          settledOtherwise: 0,
          keptOtherwise: 0,
        })
        if (kept > keptSoFar) keptBack += 1
        keptSoFar = kept
      }
    }),
    { numRuns: 6, seed: 990_121, endOnFailure: true },
  )
  // what never happened would prove nothing
  const seldom = deedNames.filter((name) => (done.get(name) ?? 0) < 2)
  expect(seldom).toEqual([])
  expect(keptBack).toBeGreaterThanOrEqual(2)
  expect([...reached]).toEqual(expect.arrayContaining(['dropped', 'replaced', 'returned', 'paid anew', 'dropped anew']))
})
