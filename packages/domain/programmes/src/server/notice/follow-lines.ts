import type { RowOf } from '@opendpf/kit'
import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { notices } from '@opendpf/notices'
import { lineOf } from '@opendpf/notices/putting'
import { programmes } from '../../contract/index.js'
import { stepIfPossible } from '../application/follow.js'

const { application } = programmes.records
type Line = RowOf<typeof notices.records.line>
type Values = Readonly<Record<string, string | null>>

/** What an application does when something has happened to its line on a notice. One that has left its notice meanwhile does nothing. */
export const followLines: Readonly<Record<string, EventHandler>> = {
  'notices.line.objected': follow('object', async (line, context) => ({
    objectionNote: (await latestObjection(line, ['open'], context))?.text ?? null,
  })),
  'notices.line.reposted': follow('rejectObjection', resolution),
  'notices.line.stopped': follow('upholdObjection', resolution),
  'notices.line.cleared': follow('endNotice'),
  'notices.line.withdrawn': follow('returnFromNotice'),
}

function follow(verb: string, noteOf?: (line: Line, context: ModuleContext) => Promise<Values>): EventHandler {
  return async (event, context) => {
    const line = await lineOf(event, application, context)
    const row = line && (await context.read.one(application, line.subject))
    if (row) await stepIfPossible(context, row, verb, await noteOf?.(line, context))
  }
}

async function resolution(line: Line, context: ModuleContext): Promise<Values> {
  return { resolutionNote: (await latestObjection(line, ['upheld', 'rejected'], context))?.decisionNote ?? null }
}

/** The latest objection to a line, by itself or with its whole notice, that stands so. */
async function latestObjection(
  { id, notice }: Line,
  states: readonly ('open' | 'upheld' | 'rejected')[],
  { read }: ModuleContext,
): Promise<RowOf<typeof notices.records.objection> | undefined> {
  const all = await read.many(notices.records.objection, { notice, state: states })
  return all.filter(({ line }) => line === null || line === id).at(-1)
}
