import type { RecordHooks } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { organisations } from '../contract/index.js'
import { mostAtOnce, type Tenure } from './tenures.js'

const { appraisal, holder, post, staffingRule } = organisations.records

/** A post has one seat unless it says more. */
export const postHooks: RecordHooks<typeof post> = {
  prepare(draft) {
    const { values } = draft
    values.seats ??= 1
    if (values.since !== null && values.until !== null && values.until < values.since)
      draft.refuse('until', 'post.problem.period')
  },
}

/** Never more people in a post at once than it has seats. */
export const holderHooks: RecordHooks<typeof holder> = {
  prepare(draft) {
    const { values } = draft
    if (values.until !== null && values.until < values.since) draft.refuse('until', 'holder.problem.period')
    if (values.leaveReason !== null && values.until === null)
      draft.refuse('leaveReason', 'holder.problem.leaveWithoutDate')
  },

  async check(drafts, { read }) {
    const posts = new Map(
      (await read.many(post, { id: [...new Set(drafts.map(({ values }) => values.post))] })).map((row) => [
        row.id,
        row,
      ]),
    )
    const stored = new Map<string, Tenure>(
      (await read.many(holder, { post: [...posts.keys()] })).map((row) => [row.id, row]),
    )
    const own = new Map(
      drafts.map((draft, position) => [draft, { id: draft.before?.id ?? `new ${position}`, ...draft.values }]),
    )
    for (const row of own.values()) stored.set(row.id, row)
    const byPost = Map.groupBy(stored.values(), (tenure) => tenure.post)
    const certified = await certifiedAmong(
      drafts.flatMap(({ values }) => (values.person === null ? [] : [values.person])),
      read,
    )
    for (const [draft, row] of own) {
      const seats = posts.get(row.post)?.seats ?? 1
      const others = (byPost.get(row.post) ?? []).filter(({ id }) => id !== row.id)
      if (mostAtOnce(others, row) >= seats) draft.refuse('post', 'holder.problem.full', { seats })
      if (draft.values.person !== null) draft.values.isDisabled ??= certified.has(draft.values.person)
    }
  },
}

async function certifiedAmong(
  ids: readonly string[],
  read: Parameters<NonNullable<RecordHooks<typeof holder>['check']>>[1]['read'],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  return new Set(
    (await read.many(persons.records.person, { id: [...new Set(ids)], isCertified: true })).map(({ id }) => id),
  )
}

/** One result a year, and not of a year to come. */
export const appraisalHooks: RecordHooks<typeof appraisal> = {
  prepare(draft, { today }) {
    if (draft.values.year > Number(today.slice(0, 4))) draft.refuse('year', 'appraisal.problem.future')
  },

  async check(drafts, { read }) {
    const holders = [...new Set(drafts.map(({ values }) => values.holder))]
    const taken = new Map(
      (await read.many(appraisal, { holder: holders })).map((row) => [`${row.holder} ${row.year}`, row.id]),
    )
    for (const draft of drafts) {
      const key = `${draft.values.holder} ${draft.values.year}`
      const owner = taken.get(key)
      if (owner !== undefined && owner !== draft.before?.id) draft.refuse('year', 'appraisal.problem.twice')
      else taken.set(key, draft.before?.id ?? 'new')
    }
  },
}

/** A rule holds for a time and for a range of holders. */
export const staffingRuleHooks: RecordHooks<typeof staffingRule> = {
  prepare(draft) {
    const { values } = draft
    if (values.until !== null && values.until < values.since) draft.refuse('until', 'staffingRule.problem.period')
    if (values.holdersTo !== null && values.holdersTo < values.holdersFrom)
      draft.refuse('holdersTo', 'staffingRule.problem.range')
  },
}
