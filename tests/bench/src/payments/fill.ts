import { persons } from '@opendpf/persons'
import { places, type TestServer } from '@opendpf/testing'

const { account } = persons.records

/** How large the county is, and how much it has paid. */
export interface Size {
  readonly persons: number
  readonly lines: number
  /** Lines of one batch; not more than there are persons. */
  readonly batchLines: number
}

/** What the county paid before: three programmes a month, the last of them in the month before this one. */
export const paidProgrammes = ['poverty-relief.living', 'poverty-relief.nursing', 'poverty-relief.localLiving'] as const
const lastMonth = '2026-05-01'

/** The id of a person, an account's number and a holder's name, by the number of the person from 1. */
export const payeeOf = (at: number) => ({ id: `p${at}`, number: String(6_222_000_000_000 + at), name: `张${at}` })

const villages = [places.village, places.otherVillage, places.streetVillage, places.quietVillage]
const village = `(array[${villages.map((code) => `'${code}'`).join(', ')}])`
const placeOf = (number: string) =>
  `${village}[1 + ${number} % ${villages.length}], '990121', left(${village}[1 + ${number} % ${villages.length}], 9)`
const head = 'id, version, recorded_at, recorded_by, division, county, town'
const system = `1, '2024-01-01'::timestamptz, 'bench'`
/** Numbers that sort as their texts do, as the keys of rows do that are made one after the other. */
const key = (mark: string, number: string) => `'${mark}' || lpad((${number})::text, 9, '0')`

/** Fills the register past the application, and gives those who are paid this month an account by the write path, which seals its number. */
export async function fillPersons(server: TestServer, { persons: count, batchLines }: Size): Promise<void> {
  await server.connect('owner', (client) =>
    client.query(`insert into persons_person (${head}, name, sex, birth_date, is_deceased)
      select 'p' || i, ${system}, ${placeOf('i')}, '张' || i, (1 + i % 2)::text, '1936-01-01'::date + (i::bigint * 7919 % 31000)::int, false
      from generate_series(1, ${count}) i`),
  )
  const chunk = 5000
  for (let from = 0; from < batchLines; from += chunk)
    await server.write(({ write }) =>
      write.createMany(
        account,
        Array.from({ length: Math.min(chunk, batchLines - from) }, (_, at) => {
          const { id, number, name } = payeeOf(from + at + 1)
          return { person: id, bank: '农商银行', number, holderName: name, isDefault: true }
        }),
      ),
    )
}

/**
 * Fills batches that were paid and closed with their lines, past the application and set-wise: persons take turns, of a hundred lines one came
 * back. Indexes are built once all lines are there.
 */
export async function fillLines(server: TestServer, size: Size, budgetLine: string): Promise<void> {
  const { lines, batchLines, persons: count } = size
  const batches = Math.ceil(lines / batchLines)
  // a sealed value is bound to its column and not to its row: one does for all of them
  const sealed = server.platform.crypto.seal(payeeOf(1).number, 'payments_line.account_number').toString('hex')
  const programmeOf = (batch: string) =>
    `(array[${paidProgrammes.map((name) => `'${name}'`).join(', ')}])[1 + ${batch} % ${paidProgrammes.length}]`
  const dayOf = (batch: string) => `('${lastMonth}'::date - ${batch} / ${paidProgrammes.length} * interval '1 month')`
  const monthOf = (batch: string) => `to_char(${dayOf(batch)}, 'YYYY-MM')`
  await server.connect('owner', async (client) => {
    await client.query("set maintenance_work_mem = '512MB'; set jit = off")
    await client.query(`insert into payments_batch
        (${head}, title, programme, month, cycle, budget_line, due_on, lines, amount, paid, returned, problems, state)
      select ${key('b', 'b')}, ${system}, '${places.county}', '990121', null, ${programmeOf('b')} || ' ' || ${monthOf('b')},
        ${programmeOf('b')}, ${monthOf('b')}, ${key('c', 'b')}, '${budgetLine}', (${dayOf('b')} + interval '9 days')::date,
        ${batchLines}, ${batchLines * 8000}, ${batchLines * 8000}, 0, 0, 'closed'
      from generate_series(0, ${batches - 1}) b`)
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
      select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = 'payments_line'::regclass and not i.indisprimary`)
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await client.query(`insert into payments_line (${head}, batch, position, person, payee, programme, month, kind, reason, amount,
        deduction, net, account_number, holder_name, bank, paid_on, returned_on, return_code, return_text, state)
      select ${key('l', 'i')}, ${system}, ${placeOf(`(i % ${count})`)}, ${key('b', `i / ${batchLines}`)}, 1 + i % ${batchLines},
        'p' || (1 + i % ${count}), 'p' || (1 + i % ${count}), ${programmeOf(`(i / ${batchLines})`)}, ${monthOf(`(i / ${batchLines})`)},
        'regular', '生活补贴', 8000, 0, 8000, '\\x${sealed}'::bytea, '张' || (1 + i % ${count}), '农商银行',
        case when i % 100 <> 99 then (${dayOf(`(i / ${batchLines})`)} + interval '9 days')::date end,
        case when i % 100 = 99 then (${dayOf(`(i / ${batchLines})`)} + interval '9 days')::date end,
        case when i % 100 = 99 then 'E01' end, case when i % 100 = 99 then '账号不存在' end,
        case when i % 100 = 99 then 'returned' else 'paid' end
      from generate_series(0, ${lines - 1}) i`)
    for (const { definition } of indexes) await client.query(definition)
    for (const table of ['persons_person', 'persons_account', 'payments_batch', 'payments_line'])
      await client.query(`vacuum analyze ${table}`)
  })
}
