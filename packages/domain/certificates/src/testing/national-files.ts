import type { Call, TestAnswer, TestServer } from '@opendpf/testing'

const ref = 'certificates.submission'

function granted(answer: TestAnswer): TestAnswer {
  if (answer.status >= 400) throw new Error(answer.text)
  return answer
}

/** Takes out what waits for the national system with full numbers: asked for by the clerk, let out by the approver. */
export async function exportWaiting(server: TestServer): Promise<string> {
  const clerk = server.as({ id: 'clerk' })
  const asked = granted(
    await clerk('POST', '/api/v1/system/exports', {
      record: ref,
      query: { filters: { state: { any: ['waiting'] } } },
      format: 'csv',
      unmasked: true,
      reason: '报送全国系统核验',
    }),
  )
  const path = `/api/v1/system/exports/${asked.body.id}`
  const { job } = granted(await server.as({ id: 'approver' })('POST', `${path}/approve`, {})).body.fields
  const { state, message } = await server.work.done(job)
  if (state !== 'done') throw new Error(`the export ended as ${state}: ${message}`)
  return granted(await clerk('GET', `${path}/file`)).text
}

interface Taken {
  readonly unchanged: number
  readonly updates: number
  readonly problems: number
  /** The rows of the file that were refused, with the first reason of each. */
  readonly rows: readonly (readonly [row: number, code: string])[]
  readonly details: string
}

/** Brings lines of the national system back, as far as they hold. */
export async function importAnswers(
  server: TestServer,
  lines: readonly string[],
  { by = server.as({ id: 'clerk' }) }: { readonly by?: Call } = {},
): Promise<Taken> {
  const form = new FormData()
  form.set('kind', ref)
  form.set('file', new File([lines.join('\n')], '核验结果.csv'))
  const uploaded = granted(await by('POST', '/api/v1/system/imports', form)).body
  const sheets = (uploaded.sheets as readonly Sheet[])
    .filter(({ isOffered }) => isOffered)
    .map(({ name, layout }) => ({
      name,
      headerRows: layout.headerRows,
      columns: Object.fromEntries(layout.columns.map(({ index, field }) => [index, field ?? null])),
    }))
  const path = `/api/v1/system/imports/${uploaded.id}`
  const planned = await server.work.done(granted(await by('POST', `${path}/plan`, { sheets, defaults: {} })).body.job)
  if (planned.state !== 'done') throw new Error(`the dry run ended as ${planned.state}: ${planned.message}`)
  const { fields } = granted(await by('GET', path)).body
  const { rows } = granted(await by('GET', `${path}/rows?only=problems`)).body as { readonly rows: readonly Refused[] }
  if (fields.problems === 0 && fields.updates > 0) {
    const { state, message } = await server.work.done(
      granted(await by('POST', `${path}/run`, { mode: 'all-or-nothing' })).body.job,
    )
    if (state !== 'done') throw new Error(`the import ended as ${state}: ${message}`)
  }
  return {
    ...fields,
    rows: rows.map(({ row, problems }) => [row, problems[0]?.code ?? ''] as const),
    details: JSON.stringify(rows),
  }
}

interface Sheet {
  readonly name: string
  readonly isOffered: boolean
  readonly layout: {
    readonly headerRows: readonly [number, number]
    readonly columns: readonly { readonly index: number; readonly field?: string }[]
  }
}

interface Refused {
  readonly row: number
  readonly problems: readonly { readonly code: string }[]
}
