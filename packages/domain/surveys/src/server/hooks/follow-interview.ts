import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { surveys } from '../../contract/index.js'

const { interview, recheck, proposal } = surveys.records

/**
 * Fills in what new rows have from the record that they are about: its person and campaign. The campaign is the county's; a town that decides
 * about its own records need not see it.
 */
export async function followInterview(
  drafts: readonly (Draft<typeof recheck> | Draft<typeof proposal>)[],
  { read }: Pick<ModuleContext, 'read'>,
): Promise<void> {
  const made = drafts.filter(({ action }) => action === 'create')
  const ids = [...new Set(made.map(({ values }) => values.interview))]
  if (ids.length === 0) return
  const rows = new Map((await read.many(interview, { id: ids }, { limit: ids.length })).map((row) => [row.id, row]))
  for (const { values } of made) {
    const of = rows.get(values.interview)
    if (of) Object.assign(values, { person: of.person, campaign: of.campaign })
  }
}
