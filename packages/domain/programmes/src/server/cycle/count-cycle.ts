import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'

/** The figures of a cycle, from its members and differences. */
export interface CycleFigures {
  readonly members: number
  readonly amount: number
  readonly arrears: number
  readonly differences: number
}

/** Adds a cycle up: those who are paid, what they get, and every difference that was found and not gone again. */
export async function countCycle({ db }: Pick<ModuleContext, 'db'>, id: string): Promise<CycleFigures> {
  const { rows } = await sql<Readonly<Record<keyof CycleFigures, string>>>`
    select count(*) filter (where standing = 'pays')::text as members,
      coalesce(sum(amount) filter (where standing = 'pays'), 0)::text as amount,
      coalesce(sum(arrears) filter (where standing = 'pays'), 0)::text as arrears,
      (select count(*) from programmes_difference where cycle = ${id} and state <> 'gone')::text as differences
    from programmes_member where cycle = ${id}`.execute(db)
  const [row] = rows
  return {
    members: Number(row?.members ?? 0),
    amount: Number(row?.amount ?? 0),
    arrears: Number(row?.arrears ?? 0),
    differences: Number(row?.differences ?? 0),
  }
}
