import type { RowOf } from '@opendpf/kit'
import { startsIn, stepsOf } from '@opendpf/kit'
import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { notices } from '@opendpf/notices'
import { lineOf } from '@opendpf/notices/putting'
import { certificates } from '../../contract/index.js'

const { case: certificateCase, referral } = certificates.records
type Line = RowOf<typeof notices.records.line>
type Values = Readonly<Record<string, string | null>>
type ValuesOf = (line: Line, context: ModuleContext) => Promise<Values>

/** What something that is posted does at each thing that happens to its line, by its steps. */
interface Follower {
  readonly record: typeof certificateCase | typeof referral
  readonly objected: string
  readonly reposted: string
  readonly stopped: string
  readonly cleared: string
  readonly withdrawn: string
  /** What is kept of a notice that is over. */
  readonly keeps: (line: Line) => Values
}

const followers: readonly Follower[] = [
  {
    record: certificateCase,
    objected: 'object',
    reposted: 'rejectObjection',
    stopped: 'upholdObjection',
    cleared: 'endNotice',
    withdrawn: 'returnFromNotice',
    keeps: () => ({}),
  },
  {
    record: referral,
    objected: 'object',
    reposted: 'rejectObjection',
    stopped: 'upholdObjection',
    cleared: 'endPosting',
    withdrawn: 'returnFromPosting',
    // the county of the household register asks how long it was posted
    keeps: ({ fromDay, lastDay }) => ({ postedFrom: fromDay, postedTo: lastDay }),
  },
]

/** What is posted does this when something has happened to its line on a notice. What has left its notice meanwhile does nothing. */
export const followLines: Readonly<Record<string, EventHandler>> = {
  'notices.line.objected': follow('objected', async (line, context) => ({
    objectionNote: (await latestObjection(line, ['open'], context))?.text ?? null,
  })),
  'notices.line.reposted': follow('reposted', resolution),
  'notices.line.stopped': follow('stopped', resolution),
  'notices.line.cleared': follow('cleared'),
  'notices.line.withdrawn': follow('withdrawn'),
}

function follow(what: Exclude<keyof Follower, 'record' | 'keeps'>, noteOf?: ValuesOf): EventHandler {
  return async (event, context) => {
    for (const follower of followers) {
      const { record, keeps, [what]: verb } = follower
      const line = await lineOf(event, record, context)
      const row = line && (await context.read.one(record, line.subject))
      const step = stepsOf(record).find(([name]) => name === verb)?.[1]
      if (!row || !step || !startsIn(step, row.state)) continue
      const values = { ...(await noteOf?.(line, context)), ...(what === 'cleared' ? keeps(line) : {}) }
      await context.write.transition(record, { id: row.id, version: row.version, verb, values })
    }
  }
}

async function resolution(line: Line, context: ModuleContext): Promise<Values> {
  return {
    resolutionNote: (await latestObjection(line, ['upheld', 'rejected'], context))?.decisionNote ?? null,
  }
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
