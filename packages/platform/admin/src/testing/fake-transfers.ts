import type { FakeRequest } from './fake-answers.js'
import { json } from './fake-answers.js'

const pageSize = 2
const at = '2026-11-24T01:30:00.000Z'
const rowOf = (id: string, title: string, fields: Readonly<Record<string, unknown>>) => ({
  id,
  version: 1,
  recordedAt: at,
  recordedBy: 'u1',
  division: '990121000000',
  title,
  fields,
  masked: [],
  labels: {},
})

const problems = [
  {
    row: 4,
    sheet: '花名册',
    outcome: 'refused',
    changes: [],
    warnings: [],
    problems: [
      {
        column: 3,
        heading: '身份证号',
        field: '身份证号码',
        value: '9901211960****0011',
        code: 'CHECK',
        message: '身份证号码的校验位不对，请逐位核对',
      },
    ],
  },
  {
    row: 9,
    sheet: '花名册',
    outcome: 'refused',
    changes: [],
    warnings: [],
    problems: [
      {
        column: 5,
        heading: '出生年月',
        field: '出生日期',
        value: '1960.13.2',
        code: 'date',
        message: '出生日期应为日期，如 2024-05-06',
      },
    ],
  },
  {
    row: 12,
    sheet: '花名册',
    outcome: 'update',
    changes: [],
    problems: [],
    warnings: [
      {
        column: 7,
        heading: '村',
        field: '所在村（社区）',
        value: '柳树',
        understoodAs: '石桥镇 柳树村',
        code: 'guess',
        message: '按村名识别，请核对',
      },
    ],
  },
]

/** Imports, exports, jobs and the audit log, in memory: an import runs a step further each time it is asked about. */
export function createFakeTransfers() {
  let state = 'uploaded'
  let done = 0
  let plan: unknown = null
  const counts = { rows: 120, creates: 96, updates: 15, unchanged: 7, problems: 2, warnings: 1 }
  const exports = [
    rowOf('e1', '申请人', {
      record: 'devices.applicant',
      format: 'xlsx',
      state: 'ready',
      isUnmasked: false,
      reason: '上报季度名单',
    }),
    rowOf('e2', '申请人', {
      record: 'devices.applicant',
      format: 'csv',
      state: 'waiting-for-approval',
      isUnmasked: true,
      reason: '与民政比对',
    }),
  ]
  const step = () => {
    if (state !== 'planning' && state !== 'running') return
    done += 60
    if (done >= counts.rows) state = state === 'planning' ? 'planned' : 'done'
  }
  const job = () =>
    rowOf('j1', '试运行', {
      kind: 'system.plan-import',
      state: state === 'planning' || state === 'running' ? 'running' : 'done',
      progressDone: done,
      progressTotal: counts.rows,
    })
  const start = (next: string) => {
    state = next
    done = 0
    return json({ job: 'j1' })
  }
  return {
    handle: ({ method, path, query, body }: FakeRequest): Response | undefined => {
      const list = (rows: readonly unknown[]) => {
        const from = Number(query.get('cursor') ?? 0)
        const to = from + pageSize
        return json({
          rows: rows.slice(from, to),
          total: { value: rows.length, isExact: true },
          ...(to < rows.length ? { next: String(to) } : {}),
        })
      }
      if (path === '/system/import-kinds') return json({ kinds: [{ id: 'devices.applicant', title: '申请人' }] })
      if (path === '/system/imports' && method === 'POST') {
        state = 'uploaded'
        return json(uploaded, 201)
      }
      if (path === '/system/imports')
        return list(
          ['花名册.xlsx', '第二批.xlsx', '第三批.xlsx', '补录.csv', '更正.csv'].map((title, index) =>
            rowOf(`i${index + 1}`, title, { kind: 'devices.applicant', title, state: 'done', ...counts }),
          ),
        )
      if (path === '/system/imports/i1/sheets') return json(uploaded)
      if (path === '/system/imports/i1/plan') {
        plan = body
        return start('planning')
      }
      if (path === '/system/imports/i1/run') return start('running')
      if (path === '/system/imports/i1/undo') return start('undone')
      if (path === '/system/imports/i1/rows')
        return json({
          rows:
            query.get('only') === 'problems'
              ? problems.slice(0, 2)
              : query.get('only') === 'warnings'
                ? problems.slice(2)
                : [],
        })
      if (path === '/system/imports/i1') {
        step()
        return json(
          rowOf('i1', '花名册.xlsx', {
            kind: 'devices.applicant',
            title: '花名册.xlsx',
            state,
            job: 'j1',
            plan,
            ...counts,
          }),
        )
      }
      if (path === '/system/exports' && method === 'POST') return json(exports[0], 201)
      if (path === '/system/exports') return list(exports)
      if (path.startsWith('/system/exports/')) return json(exports[0])
      if (path === '/system/jobs') return list([job()])
      if (path.startsWith('/system/jobs/')) return json(job())
      if (path === '/system/audit/verify') return json({ job: 'j1' })
      if (path === '/system/audit') {
        return json({
          entries: [3, 2, 1].map((seq) => ({
            seq,
            at,
            actorName: '张明',
            action: seq === 1 ? 'create' : 'update',
            record: 'devices.applicant',
            recordId: 'applicant-0001',
            version: seq,
            hash: `9f2c${seq}ab17c3d5e60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f`,
          })),
        })
      }
      return undefined
    },
  }
}

const uploaded = {
  id: 'i1',
  version: 1,
  fields: [
    { field: 'name', label: '姓名', required: true },
    { field: 'idNumber', label: '身份证号码', required: true },
    { field: 'birthDate', label: '出生日期', required: true },
    { field: 'division', label: '所在村（社区）', required: true },
    { field: 'phone', label: '联系电话', required: false },
  ],
  sheets: [
    {
      name: '花名册',
      hidden: false,
      isOffered: true,
      rows: 120,
      layout: {
        headerRows: [2, 2],
        titleLines: ['青山县残疾人花名册'],
        notes: ['第 1 行是标题，已跳过'],
        columns: [
          { index: 0, heading: '序号', confidence: 0, alternatives: [] },
          { index: 1, heading: '姓名', field: 'name', confidence: 1, because: 'same-heading', alternatives: [] },
          {
            index: 2,
            heading: '身份证号',
            field: 'idNumber',
            confidence: 0.95,
            because: 'similar-heading',
            alternatives: [],
          },
          {
            index: 3,
            heading: '出生年月',
            field: 'birthDate',
            confidence: 0.6,
            because: 'content',
            alternatives: [],
          },
          { index: 4, heading: '村', field: 'division', confidence: 0.7, because: 'content', alternatives: [] },
          { index: 5, heading: '电话', field: 'phone', confidence: 0.9, because: 'similar-heading', alternatives: [] },
        ],
      },
    },
  ],
}
