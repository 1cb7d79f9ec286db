import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { surveys, unknownFacts, type VillageCollected, type VillageCollecting } from '../../contract/index.js'
import { acceptedAnswers, givenOf } from '../collecting/collect.js'

const { village } = surveys.records

/**
 * The record of a village with its questions, for whoever fills it in.
 *
 * @throws OpenDpfError `not-found`
 */
export async function readVillage(id: string, { read }: Pick<ModuleContext, 'read'>): Promise<VillageCollecting> {
  const row = await read.one(village, id)
  if (!row) throw new OpenDpfError('not-found')
  const { version, state, title, division, dueOn, isClosed, form, answers, unconfirmed } = row
  const { respondent, visitedOn, photos, returnReason } = row
  return {
    id,
    version,
    state,
    title,
    division,
    dueOn,
    isClosed,
    form,
    answers,
    unconfirmed,
    respondent,
    visitedOn,
    photos: photos ?? [],
    returnReason,
  }
}

/**
 * Writes what a village told. Answers to questions that are not asked are left out.
 *
 * @throws OpenDpfError `not-found`, or `invalid-input` with each answer that is wrong
 */
export async function askVillage(
  id: string,
  { version, answers: given, ...more }: VillageCollected,
  context: ModuleContext,
): Promise<VillageCollecting> {
  const { read, write } = context
  const row = await read.one(village, id)
  if (!row) throw new OpenDpfError('not-found')
  const values = {
    ...givenOf(more),
    answers: acceptedAnswers(given, { form: row.form, facts: unknownFacts }, context),
  }
  if (row.state === 'to-do' || row.state === 'returned')
    await write.transition(village, { id, version, verb: 'start', values })
  else await write.update(village, { id, version, values })
  return readVillage(id, context)
}
