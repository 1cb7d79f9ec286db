import { type Kysely, sql } from 'kysely'

/** What of an overpayment is open: neither recovered nor remitted, nor planned to be, in fen. */
export interface OpenAmount {
  readonly id: string
  readonly person: string
  readonly instalment: number | null
  readonly open: number
}

interface Stored {
  readonly id: string
  readonly person: string
  readonly instalment: string | null
  readonly open: string
}

const open = sql`(o.amount - coalesce((select sum(r.amount) from payments_recovery r
  where r.overpayment = o.id and r.state <> 'cancelled'), 0))`

/** The outstanding ones of these overpayments, kept from everybody else until this transaction has ended. */
export async function openAmounts(ids: readonly string[], db: Kysely<unknown>): Promise<readonly OpenAmount[]> {
  if (ids.length === 0) return []
  await sql`select id from payments_overpayment where id = any(${ids}::text[]) order by id for update`.execute(db)
  const { rows } = await sql<Stored>`
    select o.id, o.person, o.instalment::text, ${open}::text as open from payments_overpayment o
    where o.id = any(${ids}::text[]) and o.state = 'outstanding'`.execute(db)
  return rows.map(readStored)
}

/** What these persons still owe a programme and pay back by instalments, the oldest first, kept from everybody else. */
export async function instalmentsOf(
  persons: readonly string[],
  programme: string,
  db: Kysely<unknown>,
): Promise<readonly OpenAmount[]> {
  const found = await sql<{ id: string }>`
    select id from payments_overpayment where person = any(${persons}::text[]) and programme = ${programme}
      and state = 'outstanding' and instalment is not null`.execute(db)
  const open = await openAmounts(
    found.rows.map(({ id }) => id),
    db,
  )
  return open.filter((one) => one.open > 0).toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

function readStored({ instalment, open: amount, ...stored }: Stored): OpenAmount {
  return { ...stored, instalment: instalment === null ? null : Number(instalment), open: Number(amount) }
}
