import { allows } from '@opendpf/kit'
import { exportColumns, exportRows } from '@opendpf/server'
import type { Report } from '../check.js'
import type { Subject } from '../subject.js'
import type { Viewer } from './viewer.js'

/** What streams into a file is what the list shows, and all of it. */
export async function keepsExportsInside(
  { record, actor, at, visible }: Viewer,
  { server }: Subject,
  report: Report,
): Promise<void> {
  if (!allows(record, 'export')) return
  const { platform } = server
  const columns = exportColumns(record, { registry: platform.registry, locale: 'zh-CN', isUnmasked: true })
  const ids: string[] = []
  await platform.pool.transact(actor.scope, async (session) => {
    const rows = exportRows({
      platform,
      session,
      actor,
      record,
      query: { filters: {} },
      columns,
      onPage: async () => {},
    })
    // the last column is the number by which a row is recognised
    for await (const cells of rows) ids.push(String(cells.at(-1)))
  })
  for (const id of ids) if (!visible.has(id)) report(`export ${record.ref}`, `takes out a row outside ${at}`)
  if (ids.length !== visible.size)
    report(`export ${record.ref}`, `takes out ${ids.length} of ${visible.size} rows of ${at}`)
}
