import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { planning } from '../../contract/index.js'
import { idsOf } from './part-hooks.js'
import { refuseRemoval } from './refuse-removal.js'

const { scheme, chapter, criterion, remedy } = planning.records

/** States in which an assessment lies with those who decide on it, or is over. */
const fixed: ReadonlySet<string> = new Set(['applied', 'passed'])

/** Dates in their order, and nothing is rewritten once acceptance is applied for. */
export const schemeHooks: RecordHooks<typeof scheme> = {
  prepare({ values, before, verb, refuse }, { today }) {
    if (values.dueOn < values.firstDay) refuse('dueOn', 'scheme.problem.dates')
    if (values.acceptedOn !== null && values.acceptedOn > today) refuse('acceptedOn', 'remedy.problem.future')
    if (before && verb === undefined && fixed.has(before.state)) refuse('state', 'scheme.problem.fixed')
  },
}

export const chapterHooks: RecordHooks<typeof chapter> = {
  async check(drafts, context) {
    await refuseFixed(drafts, context)
  },
  after: keepAssessed,
}

/** A criterion stands in a chapter of its own assessment. */
export const criterionHooks: RecordHooks<typeof criterion> = {
  prepare({ values, refuse }) {
    if (values.indicator === null && values.filters !== null) refuse('filters', 'item.problem.needsIndicator')
  },
  async check(drafts, context) {
    await refuseFixed(drafts, context)
    const ids = idsOf(drafts, 'chapter')
    if (ids.length === 0) return
    const schemes = new Map((await context.read.many(chapter, { id: ids })).map((row) => [row.id, row.scheme]))
    for (const { values, refuse } of drafts)
      if (values.chapter !== null && schemes.get(values.chapter) !== values.scheme)
        refuse('chapter', 'scheme.problem.otherScheme')
  },
  after: keepAssessed,
}

/** A remedy is done on a day that has come. */
export const remedyHooks: RecordHooks<typeof remedy> = {
  prepare({ values, refuse }, { today }) {
    if (values.doneOn !== null && values.doneOn > today) refuse('doneOn', 'remedy.problem.future')
  },
}

/** What an assessment was applied for with stays. */
async function keepAssessed(
  changes: readonly { readonly action: string; readonly before: { readonly scheme: string } | undefined }[],
  { read, locale }: ModuleContext,
): Promise<void> {
  const ids = changes.flatMap(({ action, before }) => (action === 'remove' && before ? [before.scheme] : []))
  if (ids.length === 0) return
  const schemes = await read.many(scheme, { id: [...new Set(ids)] })
  if (schemes.some(({ state }) => fixed.has(state))) refuseRemoval(locale)
}

async function refuseFixed(
  drafts: readonly {
    readonly values: { readonly scheme: string }
    readonly before: { readonly scheme: string } | undefined
    refuse(field: 'scheme', message: string): void
  }[],
  { read }: ModuleContext,
): Promise<void> {
  const ids = new Set(drafts.flatMap(({ values, before }) => [values.scheme, ...(before ? [before.scheme] : [])]))
  const closed = new Set((await read.many(scheme, { id: [...ids], state: [...fixed] })).map(({ id }) => id))
  for (const { values, before, refuse } of drafts)
    if (closed.has(values.scheme) || (before && closed.has(before.scheme))) refuse('scheme', 'scheme.problem.fixed')
}
