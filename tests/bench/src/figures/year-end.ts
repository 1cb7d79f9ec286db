import { planning } from '@opendpf/planning'
import { type Call, places, type TestServer } from '@opendpf/testing'
import { itemsOfPlan, townCodes } from './questions.js'

const { plan, section, item } = planning.records
const formats = ['docx', 'xlsx', 'html'] as const

/** The towns that the services lie in, so that a report has a column for each. */
async function makeTowns(server: TestServer): Promise<void> {
  await server.connect('owner', async (client) => {
    await client.query(`delete from system_division where parent = '990121000000' and code <> all($1::text[])`, [
      townCodes,
    ])
    await client.query(
      `insert into system_division (id, version, recorded_at, recorded_by, code, name, level, parent, is_synthetic)
        select code, 1, '2024-01-01'::timestamptz, 'bench', code, '第' || number || '镇', 'town', '990121000000', true
        from unnest($1::text[]) with ordinality t (code, number) on conflict do nothing`,
      [townCodes],
    )
  })
}

/** A plan of a year whose sixty items are all counted, each with its town figures in the report. */
export async function makePlan(server: TestServer): Promise<string> {
  await makeTowns(server)
  return server.write(async ({ write }) => {
    const { id } = await write.create(plan, {
      ...{ title: '示范县2026年残疾人工作计划', kind: 'annual', division: places.county },
      ...{ firstYear: 2026, lastYear: 2026, state: 'draft' },
    })
    const tasks = await write.create(section, { plan: id, title: '工作任务', kind: 'tasks', position: 1 })
    await write.createMany(
      item,
      itemsOfPlan.map(({ indicator, filters, unit }, index) => ({
        ...{ plan: id, section: tasks.id, number: `${index + 1}`, position: index + 1, title: `第${index + 1}项工作` },
        ...{ line: 'employment', source: 'own', owner: '就业股', state: 'open', indicator, filters, unit },
        target: { kind: 'at-least', value: 10_000 },
      })),
    )
    return id
  })
}

/** The year-end report of a plan as an office takes it: its figures, the draft of its words, and all three files. */
export async function writeYearEnd(call: Call, plan: string): Promise<Readonly<Record<string, number>>> {
  const started = performance.now()
  const composed = await call('POST', `/api/v1/reports/plans/${plan}/compose`, {
    kind: 'year-end',
    title: '示范县2026年残疾人工作总结',
  })
  if (composed.status !== 201) throw new Error(composed.text)
  const taken: Record<string, number> = { compose: performance.now() - started }
  for (const format of formats) {
    const begun = performance.now()
    const answer = await call('GET', `/api/v1/reports/reports/${composed.body.id}/file?format=${format}`)
    if (answer.status !== 200) throw new Error(answer.text)
    taken[format] = performance.now() - begun
  }
  return taken
}
