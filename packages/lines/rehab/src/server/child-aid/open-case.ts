import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { programmes } from '@opendpf/programmes'
import * as z from 'zod'
import { aidOfProgramme, rehab } from '../../contract/index.js'
import { openNeedOf } from '../shared/open-needs.js'

const { relief, diagnosis } = rehab.records
const { enrolment, application, offer } = programmes.records
const { person, need, guardian } = persons.records

const payloadSchema = z.object({ id: z.string() })

/** A child was granted aid by the programme: its case is opened, with what was granted and the need that it answers. Told twice, there is one. */
export const openCase: EventHandler = async ({ payload }, context) => {
  const { read, write } = context
  const held = await read.one(enrolment, payloadSchema.parse(payload).id)
  const aid = held && aidOfProgramme(held.programme)
  if (!aid || held.application === null || held.state === 'stopped') return
  if ((await read.count(relief, { enrolment: held.id })) > 0) return
  const asked = await read.one(application, held.application)
  if (!asked?.appliedOn || !asked.decidedOn || asked.amount === null)
    throw new Error(`the application ${held.application} was granted without its days and sum`)
  const { appliedOn, decidedOn, amount } = asked
  const budgetLine = asked.offer === null ? null : ((await read.one(offer, asked.offer))?.budgetLine ?? null)
  const opened = await write.create(relief, {
    person: held.person,
    need: await needOf({ of: held.person, aid, appliedOn }, context),
    ...(await disabilityOf(held.person, context)),
    aid,
    appliedOn,
    applicantName: asked.applicantName ?? (await guardianOf(held.person, context)),
    application: asked.id,
    enrolment: held.id,
    decidedOn,
    granted: amount,
    budgetLine,
  })
  await write.transition(relief, {
    id: opened.id,
    version: opened.version,
    verb: 'grant',
    values: { decidedOn, granted: amount },
  })
}

/** The need that is answered: the one that was open when the aid was asked for, or one that the application shows. */
async function needOf(
  { of, aid, appliedOn }: { readonly of: string; readonly aid: string; readonly appliedOn: string },
  context: ModuleContext,
): Promise<string> {
  const kind = aid === 'device' ? 'device' : 'rehabilitation'
  const open = await openNeedOf({ person: of, on: appliedOn, kind }, context)
  if (open) return open.id
  return (await context.write.create(need, { person: of, kind, level: 'ordinary', raisedOn: appliedOn })).id
}

/** The disability as the register has it by the certificate, or as a hospital found it last; what was found is told of either. */
async function disabilityOf(of: string, { read }: ModuleContext) {
  const known = await read.one(person, of)
  const found = (await read.many(diagnosis, { person: of }))
    .toSorted((one, other) => one.diagnosedOn.localeCompare(other.diagnosedOn))
    .at(-1)
  const category = known?.disabilityCategory ?? found?.category
  if (!category) throw new Error(`neither a certificate nor a diagnosis tells the disability of the person ${of}`)
  return { category, diagnosis: found?.finding ?? null }
}

async function guardianOf(of: string, { read, today }: ModuleContext): Promise<string | null> {
  const known = await read.many(guardian, { person: of })
  return known.find(({ until }) => until === null || until >= today)?.name ?? null
}
