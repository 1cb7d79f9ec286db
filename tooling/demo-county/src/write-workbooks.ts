import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { streamRows } from '@opendpf/sheets'
import { demoDivisions, townNameOf } from './divisions.js'
import { generateFamilies } from './families.js'
import { generateOrganisations } from './network.js'
import type { DemoOptions } from './people.js'
import { rosterWorkbook } from './workbooks.js'

const levels = { province: '省', prefecture: '市', county: '县', town: '乡镇', village: '村' } as const

const economicStates = {
  ordinary: '一般家庭',
  allowance: '最低生活保障家庭',
  'extremely-poor': '特困供养家庭',
  'allowance-margin': '低保边缘家庭',
  'poor-monitored': '防止返贫监测对象家庭',
} as const
const housings = { own: '自有住房', rented: '租房', 'public-rental': '公租房', borrowed: '借住' } as const

const organisationTypes: Readonly<Record<string, string>> = {
  'county-dpf': '县级残联',
  'town-dpf': '乡镇（街道）残联',
  'village-association': '村（社区）残疾人协会',
  'special-association': '专门协会',
  'service-centre': '残疾人综合服务中心',
  'rehab-station': '社区康复站',
  'rehab-institution': '康复机构',
  'care-institution': '托养机构',
  'assessment-institution': '残疾评定机构',
  hospital: '医院',
  school: '学校',
  employer: '用人单位',
}
const specialties: Readonly<Record<string, string>> = {
  visual: '盲人协会',
  hearing: '聋人协会',
  physical: '肢残人协会',
  'intellectual-family': '智力残疾人及亲友协会',
  'mental-family': '精神残疾人及亲友协会',
}

function divisionWorkbook(): AsyncIterable<Uint8Array> {
  return streamRows({
    sheetName: '行政区划',
    columns: [
      { heading: '区划代码', kind: 'text' },
      { heading: '名称', kind: 'text' },
      { heading: '级别', kind: 'text' },
      { heading: '上级代码', kind: 'text' },
    ],
    rows: demoDivisions.map(({ code, name, level, parent }) => [code, name, levels[level], parent]),
  })
}

function organisationWorkbook(options: DemoOptions): AsyncIterable<Uint8Array> {
  const rows = function* () {
    for (const { name, type, specialty, creditCode, division, foundedOn, contactPhone } of generateOrganisations(
      options,
    )) {
      yield [
        name,
        organisationTypes[type] ?? type,
        specialty === undefined ? null : (specialties[specialty] ?? specialty),
        creditCode ?? null,
        division,
        contactPhone ?? null,
        { date: foundedOn },
      ]
    }
  }
  return streamRows({
    sheetName: '机构名录',
    columns: [
      { heading: '机构名称' },
      { heading: '机构类型' },
      { heading: '专门协会类别' },
      { heading: '统一社会信用代码', kind: 'text' },
      { heading: '区划代码', kind: 'text' },
      { heading: '联系电话', kind: 'text' },
      { heading: '成立日期', kind: 'date' },
    ],
    rows: rows(),
  })
}

function householdWorkbook(options: DemoOptions): AsyncIterable<Uint8Array> {
  const rows = function* () {
    for (const { members, economicState, housing, isDilapidated } of generateFamilies(options)) {
      const village = members.find(({ holder }) => holder)?.holder?.village
      const [{ holder, relative }] = members
      yield [
        holder?.name ?? relative?.name ?? '',
        townNameOf(village?.code ?? ''),
        village?.name ?? '',
        economicStates[economicState],
        housings[housing],
        isDilapidated ? '是' : '否',
      ]
    }
  }
  return streamRows({
    sheetName: '家庭情况',
    columns: [
      { heading: '户主姓名' },
      { heading: '乡镇（街道）' },
      { heading: '村（社区）' },
      { heading: '家庭经济状况' },
      { heading: '住房情况' },
      { heading: '是否危房' },
    ],
    rows: rows(),
  })
}

/**
 * Writes the county's workbooks into a folder, which is made if need be: 行政区划, 机构名录, 家庭情况 and 持证残疾人花名册, each as a
 * county would send it to the importer. Answers their paths.
 */
export async function writeWorkbooks(folder: string, options: DemoOptions): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const workbooks: Readonly<Record<string, AsyncIterable<Uint8Array>>> = {
    '行政区划.xlsx': divisionWorkbook(),
    '机构名录.xlsx': organisationWorkbook(options),
    '家庭情况.xlsx': householdWorkbook(options),
    '持证残疾人花名册.xlsx': rosterWorkbook(options),
  }
  const paths: string[] = []
  for (const [name, pieces] of Object.entries(workbooks)) {
    const path = join(folder, name)
    await pipeline(Readable.from(pieces), createWriteStream(path))
    paths.push(path)
  }
  return paths
}
