import { test } from '@fast-check/vitest'
import { streamRows } from '@opendpf/sheets'
import { describe, expect, it } from 'vitest'
import { planFileJsonSchema, planFileSchema } from '../../contract/index.js'
import { planFileArbitrary } from '../../testing/plan-files.js'
import type { FileReading } from './file-problem.js'
import { readText, writeJson, writeYaml } from './text-file.js'
import { readWorkbook, writeWorkbook } from './workbook-file.js'

const bytesOf = async (pieces: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}
const messagesOf = (reading: FileReading) => (reading.ok ? [] : reading.problems.map(({ message }) => message))

test.prop([planFileArbitrary], { numRuns: 40 })(
  'what is written is read back as itself, in every form and language',
  async (file) => {
    expect(planFileSchema.parse(file)).toEqual(file)
    expect(readText(writeYaml(file), 'zh-CN')).toEqual({ ok: true, file })
    expect(readText(writeJson(file), 'en')).toEqual({ ok: true, file })
    for (const locale of ['zh-CN', 'en'] as const)
      expect(await readWorkbook(await bytesOf(writeWorkbook(file, locale)), locale)).toEqual({ ok: true, file })
  },
)

const plan = `format: opendpf-plan/1
plan: { title: 计划, kind: annual, division: '990121000000', firstYear: 2026, lastYear: 2026 }
items:
  - number: '1'
    title: 培训
    line: employment
    source: own
    unit: person
    target: { kind: at-least, value: 300 }
`

describe('a text', () => {
  it('is a plan', () => {
    expect(readText(plan, 'zh-CN').ok).toBe(true)
  })

  it('that is none says on which line, what, and what to do', () => {
    const broken = (from: string, to: string) => messagesOf(readText(plan.replace(from, to), 'zh-CN'))
    expect(broken('value: 300', 'value: -3')).toEqual(['第 9 行：value不能小于 0'])
    expect(broken('unit: person', 'unit: people')).toEqual([expect.stringMatching(/^第 8 行：.*unit/)])
    expect(broken('line: employment', 'line: employment\n    section: 二')).toEqual([
      '第 7 行：section所指的编号在文件中没有，请补上或改正',
    ])
    expect(broken('source: own', 'source: own\n    colour: red')).toEqual([expect.stringContaining('colour')])
    expect(broken('items:', 'items: [')).toEqual([expect.stringMatching(/^第 \d+ 行：文件不是有效的 YAML/)])
    expect(messagesOf(readText('', 'zh-CN'))).toEqual(['文件是空的，或者不是一份计划'])
    expect(messagesOf(readText('a: &x [1]\nb: *x', 'zh-CN'))).toEqual([expect.stringContaining('YAML 引用')])
  })
})

describe('a workbook', () => {
  const head = ['编号', '名称', '业务条线', '任务来源', '单位', '目标类型', '目标值（金额为分）', '完成时限']
  const planSheet = {
    sheetName: '计划',
    columns: ['名称', '类别', '区划代码', '起始年度', '终止年度'].map((heading) => ({ heading })),
    rows: [['计划', '年度计划', '990121000000', 2026, 2026]],
  }
  const read = async (rows: readonly (readonly (string | number)[])[], headings = head, more: object = {}) =>
    readWorkbook(
      await bytesOf(
        streamRows([
          planSheet,
          { sheetName: '项目', columns: headings.map((heading) => ({ heading })), rows, ...more },
        ]),
      ),
      'zh-CN',
    )
  const fine = ['1', '培训', '就业', '本级安排', '人', '不少于', 300, '2026年12月31日']

  it('is a plan, with numbers and dates as people write them', async () => {
    const reading = await read([fine, ['2', '会议', '组织建设', '本级安排', '期（场）', '等于', '1,200', '2026.6.30']])
    expect(reading).toMatchObject({
      ok: true,
      file: {
        items: [
          { line: 'employment', target: { kind: 'at-least', value: 300 }, dueOn: '2026-12-31' },
          { unit: 'session', target: { kind: 'exactly', value: 1200 }, dueOn: '2026-06-30' },
        ],
      },
    })
  })

  it('that is none says in which cell', async () => {
    expect(messagesOf(await read([fine, fine.with(4, '位')]))).toEqual(['工作表“项目”E3：请选择单位'])
    expect(messagesOf(await read([fine, fine]))).toEqual(['工作表“项目”A3：编号用了两次，请改其中一个'])
    expect(messagesOf(await read([fine.with(6, '三百')]))).toEqual([expect.stringMatching(/^工作表“项目”G2：目标值/)])
    expect(messagesOf(await read([fine], head.with(7, '截止日')))).toEqual([
      '工作表“项目”H1：不认识的列“截止日”，请改用模板中的列名或删去',
    ])
    expect(messagesOf(await read([fine.slice(1)], head.slice(1)))).toEqual(['项目：缺少列“编号”，请补上'])
    expect(messagesOf(await read([fine], head, { sheetName: '其他' }))).toEqual(['缺少工作表“项目”，请从模板重新填写'])
    expect(messagesOf(await readWorkbook(new Uint8Array([1, 2, 3]), 'zh-CN'))[0]).toMatch(/[一-龥]/)
  })
})

it('the form of the file is published as a JSON schema', () => {
  const schema = planFileJsonSchema() as { readonly properties: Readonly<Record<string, unknown>> }
  expect(Object.keys(schema.properties)).toEqual(['format', 'plan', 'sections', 'projects', 'items'])
  expect(JSON.stringify(schema)).toContain('running-total')
})
