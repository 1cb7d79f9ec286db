import { type DocumentTree, fields, label, paragraph, signatures, table, title, value } from '@opendpf/documents'
import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { rehab } from '../../contract/index.js'

const { file, plan, planItem, service } = rehab.records
/** Services on the card, the latest ones, and empty lines for those to come. */
const mostServices = 30
const spare = 8

/** 康复服务卡 */
export async function card(row: RowOf<typeof file>, context: DocumentContext): Promise<DocumentTree> {
  const { read, words, county, placeOf } = context
  const [said, client, [agreed]] = await Promise.all([
    words(file, row),
    read.one(persons.records.person, row.person),
    read.many(plan, { file: row.id, state: 'agreed' }),
  ])
  const who = client && (await words(persons.records.person, client))
  const planned = agreed && (await words(plan, agreed))
  return {
    title: '康复服务卡',
    body: [
      title('康复服务卡', `${county}残疾人联合会`),
      fields({
        label: '康复对象',
        widths: [1, 1.6, 1, 1.6],
        rows: [
          [label('姓名'), value(said.clientName), label('档案编号'), value(row.number)],
          [label('性别'), value(who?.sex), label('出生日期'), value(who?.birthDate)],
          [label('残疾类别'), value(said.category), label('所在村（社区）'), value(placeOf(client?.division ?? null))],
          [label('康复站'), value(said.station), label('康复协调员'), value(said.coordinator)],
          [label('负责机构'), value(planned?.institution), label('计划完成日期'), value(planned?.untilDay)],
        ],
      }),
      paragraph('计划的服务', { isIndented: false }),
      table({
        label: '计划的服务',
        columns: [
          { heading: '服务项目', width: 2 },
          { heading: '服务形式', width: 1, align: 'centre' },
          { heading: '服务机构', width: 2 },
          { heading: '次数', width: 0.7, align: 'centre' },
        ],
        rows: agreed ? await plannedRows(agreed.id, context) : [],
      }),
      paragraph('服务记录', { isIndented: false }),
      table({
        label: '服务记录',
        columns: [
          { heading: '日期', width: 1.2, align: 'centre' },
          { heading: '服务项目', width: 2 },
          { heading: '服务形式', width: 1, align: 'centre' },
          { heading: '服务机构', width: 1.6 },
          { heading: '次数', width: 0.6, align: 'centre' },
          { heading: '签名', width: 1, align: 'centre' },
        ],
        rows: [
          ...(await servedRows(row.person, context)),
          ...Array.from({ length: spare }, () => ['', '', '', '', '', '']),
        ],
      }),
      signatures(['本人或监护人：', '康复协调员：']),
    ],
  }
}

async function plannedRows(of: string, { read, words }: DocumentContext): Promise<readonly (readonly string[])[]> {
  const items = await read.many(planItem, { plan: of })
  const said = await Promise.all(items.map((item) => words(planItem, item)))
  return said.map(({ item, setting, institution, times }) => [item, setting, institution, times])
}

async function servedRows(person: string, { read, words }: DocumentContext): Promise<readonly (readonly string[])[]> {
  const all = await read.many(service, { person }, { orderBy: 'servedOn', limit: 1000 })
  const said = await Promise.all(all.slice(-mostServices).map((row) => words(service, row)))
  return said.map(({ servedOn, item, setting, institution, times }) => [
    servedOn,
    item,
    setting,
    institution,
    times,
    '',
  ])
}
