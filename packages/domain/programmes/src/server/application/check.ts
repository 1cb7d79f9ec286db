import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { sql } from 'kysely'
import { programmes, programmesOf } from '../../contract/index.js'
import { askRules, groundsOf } from './keep-explanation.js'
import { offerOn } from './offer-of.js'

const { application, offer } = programmes.records
type ApplicationDraft = Draft<typeof application>

/** Steps with which what the rules say is kept: the federation's review, and every decision of its own. */
const asking: ReadonlySet<string> = new Set(['passReview', 'refuseAtReview', 'refuseAtTown', 'approve', 'reject'])
const refusing: ReadonlySet<string> = new Set(['refuseAtReview', 'refuseAtTown', 'reject'])

/** What only the database knows of applications: their offer, their household, the rules' answer, and the quota. */
export async function checkApplications(drafts: readonly ApplicationDraft[], context: ModuleContext): Promise<void> {
  await checkHouseholds(drafts, context)
  for (const draft of drafts) {
    const { values, verb } = draft
    if (verb === undefined) continue
    if (verb === 'submit' || verb === 'arrive') await takeOffer(draft, context)
    if (!asking.has(verb)) continue
    const programme = programmesOf(context.registry).get(values.programme)
    const answer = programme && (await askRules(context, programme, values))
    values.verdict = answer?.verdict ?? null
    values.explanation = answer ?? null
    values.ruleVersion = answer?.ruleVersion ?? null
    values.refusalGrounds = answer && refusing.has(verb) ? groundsOf(answer) : null
  }
  // what another department decided is not bound by our quota
  await keepQuota(
    drafts.filter(({ verb }) => verb === 'approve'),
    context,
  )
}

async function checkHouseholds(drafts: readonly ApplicationDraft[], { read }: ModuleContext): Promise<void> {
  const named = drafts.filter(
    ({ values, before }) => values.household !== null && before?.household !== values.household,
  )
  if (named.length === 0) return
  const members = await read.many(persons.records.member, {
    household: named.map(({ values }) => values.household),
    until: null,
  })
  const known = new Set(members.map(({ household, person }) => `${household} ${person}`))
  for (const { values, refuse } of named)
    if (!known.has(`${values.household} ${values.person}`)) refuse('household', 'application.problem.household')
}

async function takeOffer({ values, before }: ApplicationDraft, context: ModuleContext): Promise<void> {
  const day = values.appliedOn ?? context.today
  const place = before?.division ?? null
  values.offer = (await offerOn(context, { programme: values.programme, division: place, day }))?.id ?? null
}

/** No more is granted than the year's quota, whoever grants at once: the offer is locked until this transaction has ended. */
async function keepQuota(drafts: readonly ApplicationDraft[], { db, read }: ModuleContext): Promise<void> {
  const byOffer = Map.groupBy(
    drafts.filter(({ values }) => values.offer !== null),
    ({ values }) => values.offer as string,
  )
  for (const id of [...byOffer.keys()].toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`programmes quota ${id}`}, 0))`.execute(db)
    const quota = (await read.one(offer, id))?.quota ?? null
    if (quota === null) continue
    let granted = await read.count(application, { offer: id, state: ['approved', 'granted'] })
    for (const { refuse } of byOffer.get(id) ?? []) {
      if (granted >= quota) refuse('offer', 'application.problem.quota', { quota, granted })
      granted += 1
    }
  }
}
