import { type DocumentTree, type Paper, paragraph, signatures, table, title } from '@opendpf/documents'
import type { RowOf } from '@opendpf/kit'
import type { DocumentContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { addDays, divisionPrefix, formatChineseDate, formatYuan, formatYuanCapital } from '@opendpf/standards'
import { povertyRelief } from '../../contract/index.js'

const { visit, visitList } = povertyRelief.records
const { household, member } = persons.records
type Visit = RowOf<typeof visit>

/** So many visits are printed; a round with more is listed by town or by village. */
const mostPrinted = 1000
/** A county pays fewer visits than this in one round. */
const mostRead = 20_000
/** A4 on its side: names, goods and signatures have room beside each other. */
const wide: Paper = { width: 297, height: 210, margin: { top: 20, bottom: 18, inside: 20, outside: 20 } }

const columns = [
  { heading: '序号', width: 0.5, align: 'centre' },
  { heading: '姓名', width: 0.9, align: 'centre' },
  { heading: '家庭住址', width: 2.8 },
  { heading: '慰问日期', width: 1.2, align: 'centre' },
  { heading: '慰问金（元）', width: 1, align: 'centre' },
  { heading: '慰问品', width: 1.6 },
  { heading: '折款（元）', width: 1, align: 'centre' },
  { heading: '领取人签字', width: 1.5, align: 'centre' },
] as const

/** 慰问发放签领表: the visits of a round in their places, with a line of sums and room for every household to sign. */
export async function signingList(row: RowOf<typeof visitList>, context: DocumentContext): Promise<DocumentTree> {
  const [visits, said] = await Promise.all([visitsOf(row, context), context.words(visitList, row)])
  const cash = sumOf(visits, 'cash')
  const goods = sumOf(visits, 'goodsValue')
  const about = [
    `地区：${context.placeOf(row.division)}`,
    `时节：${said.occasion}`,
    `日期：${formatChineseDate(row.since)}至${formatChineseDate(row.until)}`,
    ...(said.organisation === '' ? [] : [`慰问单位：${said.organisation}`]),
  ]
  const sums = `共 ${visits.length} 人次，慰问金 ${formatYuan(cash)} 元（${formatYuanCapital(cash)}），慰问品折款 ${formatYuan(goods)} 元。`
  return {
    title: `${row.name}发放签领表`,
    paper: wide,
    body: [
      title(`${row.name}发放签领表`),
      paragraph(about.join('　')),
      paragraph(sums),
      ...(visits.length > mostPrinted
        ? [paragraph(`超过 ${mostPrinted} 人次，不在一张表列出，请按乡镇或者村（社区）分别制表。`)]
        : [table({ label: '发放明细', columns, rows: [...(await rowsOf(visits, context)), sumLine(cash, goods)] })]),
      signatures(['制表：', '发放：', '审核：']),
    ],
  }
}

const sumOf = (visits: readonly Visit[], field: 'cash' | 'goodsValue'): number =>
  visits.reduce((sum, one) => sum + (one[field] ?? 0), 0)

const inYuan = (fen: number | null): string => (fen === null || fen === 0 ? '' : formatYuan(fen))

const sumLine = (cash: number, goods: number): readonly string[] => [
  '',
  '合计',
  '',
  '',
  formatYuan(cash),
  '',
  formatYuan(goods),
  '',
]

/** The visits that a list chooses, village by village. */
async function visitsOf(
  { division, occasion, since, until, organisation }: RowOf<typeof visitList>,
  { read }: DocumentContext,
): Promise<readonly Visit[]> {
  const days: string[] = []
  for (let day = since; day <= until; day = addDays(day, 1)) days.push(day)
  const chosen = { occasion, visitedOn: days, ...(organisation === null ? {} : { organisation }) }
  const prefix = divisionPrefix(division) ?? division
  return (await read.many(visit, chosen, { limit: mostRead }))
    .filter((one) => (one.division ?? '').startsWith(prefix))
    .toSorted((a, b) => inOrder(a) - inOrder(b) || (a.visitedOn < b.visitedOn ? -1 : 1))
}

const inOrder = ({ division }: Visit): number => Number(division)

async function rowsOf(visits: readonly Visit[], context: DocumentContext): Promise<readonly (readonly string[])[]> {
  const addresses = await addressesOf(visits, context)
  return visits.map((one, index) => [
    String(index + 1),
    one.clientName,
    addresses.get(one.person) ?? context.placeOf(one.division),
    one.visitedOn,
    inYuan(one.cash),
    one.goods ?? '',
    inYuan(one.goodsValue),
    '',
  ])
}

/** The addresses of the households in which people live now, by person; a village is enough for whoever's is not known. */
async function addressesOf(visits: readonly Visit[], { read }: DocumentContext): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(visits.map(({ person }) => person))]
  if (people.length === 0) return new Map()
  const members = await read.many(member, { person: people, until: null }, { limit: mostRead })
  const ids = [...new Set(members.map((one) => one.household))]
  const homes = ids.length === 0 ? [] : await read.many(household, { id: ids }, { limit: mostRead })
  const known = new Map(homes.map(({ id, address }) => [id, address]))
  return new Map(
    members.flatMap(({ person, household: home }) => {
      const address = known.get(home)
      return address ? [[person, address] as const] : []
    }),
  )
}
