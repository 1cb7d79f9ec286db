import type { Guard } from '@opendpf/kit/server'
import { checkAnswers, reachedModes, surveys, unknownFacts } from '../contract/index.js'
import { tasksOf } from './collecting/tasks-of.js'

const { campaign, interview, plan, questionnaire, service, village } = surveys.records
const wasReached = (contact: string | null) => (reachedModes as readonly (string | null)[]).includes(contact)

/** What must hold before a campaign opens, a record is finished, and a plan is agreed and looked at again. */
export const guards = {
  'plan.isPlanned': (async ({ read }, { id }) => {
    const services = await read.many(service, { plan: id, state: 'open' })
    const unplanned = services.filter(
      ({ what, provider, dueOn }) => what === null || provider === null || dueOn === null,
    )
    return services.length > 0 && unplanned.length === 0 ? true : { count: unplanned.length }
  }) satisfies Guard<typeof plan>,
  'plan.isSettled': (async ({ read }, { id }) => {
    const count = await read.count(service, { plan: id, state: 'open' })
    return count === 0 ? true : { count }
  }) satisfies Guard<typeof plan>,
  'service.isAgreed': (async ({ read }, { plan: id }) =>
    (await read.one(plan, id))?.state === 'agreed' ? true : {}) satisfies Guard<typeof service>,
  'campaign.isPublished': (async ({ read }, { questionnaire: id, villageQuestionnaire }) => {
    const named = [...new Set([id, ...(villageQuestionnaire === null ? [] : [villageQuestionnaire])])]
    return (await read.count(questionnaire, { id: named, state: 'published' })) === named.length ? true : {}
  }) satisfies Guard<typeof campaign>,
  'campaign.suits': (async ({ read }, { questionnaire: id, villageQuestionnaire }) => {
    const isOfVillage = async (one: string) => (await read.one(questionnaire, one))?.content?.about === 'village'
    return !(await isOfVillage(id)) && (villageQuestionnaire === null || (await isOfVillage(villageQuestionnaire)))
      ? true
      : {}
  }) satisfies Guard<typeof campaign>,
  'interview.isOpen': (async (context, { assignment }) => {
    const task = (await tasksOf([assignment], context)).get(assignment)
    return task && !task.isClosed ? true : {}
  }) satisfies Guard<typeof interview>,
  'interview.isConfirmed': ((_, { contact, unconfirmed }) =>
    unconfirmed.length === 0 || !wasReached(contact) ? true : { count: unconfirmed.length }) satisfies Guard<
    typeof interview
  >,
  'interview.isComplete': (async (context, { assignment, answers, facts, contact }) => {
    const task = (await tasksOf([assignment], context)).get(assignment)
    if (!task || !wasReached(contact)) return true
    const problems = checkAnswers(task.form, answers, facts, { isFinal: true })
    const [first] = problems
    return first ? { count: problems.length, first: first.question } : true
  }) satisfies Guard<typeof interview>,
  'interview.hasConsent': ((_, { contact, consent, consentSignature }) =>
    !wasReached(contact) || (consent !== null && (consent !== 'signed' || consentSignature !== null))
      ? true
      : {}) satisfies Guard<typeof interview>,
  'interview.saysWhy': ((_, { contact, contactNote }) =>
    wasReached(contact) || contactNote !== null ? true : {}) satisfies Guard<typeof interview>,
  'village.isOpen': ((_, { isClosed }) => (isClosed ? {} : true)) satisfies Guard<typeof village>,
  'village.isConfirmed': ((_, { unconfirmed }) =>
    unconfirmed.length === 0 ? true : { count: unconfirmed.length }) satisfies Guard<typeof village>,
  'village.isComplete': ((_, { form, answers }) => {
    const problems = checkAnswers(form, answers, unknownFacts, { isFinal: true })
    const [first] = problems
    return first ? { count: problems.length, first: first.question } : true
  }) satisfies Guard<typeof village>,
}
