import type { RowOf } from '@opendpf/kit'
import type { EventHandler, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { countyOf } from '@opendpf/standards'
import * as z from 'zod'
import { certificates, liveStates } from '../../contract/index.js'

const { certificate, case: cases, referral } = certificates.records
const { person } = persons.records
type Referral = RowOf<typeof referral>

const sent = z.object({ id: z.string() })
const answered = z.object({ id: z.string(), case: z.string(), isApproved: z.boolean(), note: z.string() })

/**
 * A file that another county accepted arrives in the county of the household register: as a draft with all that was found, for its clerk to
 * look through and register. Who is not in the register is entered. Where nothing can be opened the file comes back by itself.
 */
export const referralArrives: EventHandler = async ({ payload }, context) => {
  const { read, write, registry } = context
  const { id } = sent.parse(payload)
  const row = await read.one(referral, id)
  if (row?.state !== 'sent' || row.householdDivision === null || row.application !== null) return
  const holder = await holderOf(row, context)
  const held = holder ? (await read.many(certificate, { person: holder, state: liveStates }))[0] : undefined
  const canOpen = holder !== undefined && (row.item === 'new') === (held === undefined)
  if (!canOpen) {
    const outcome = registry.text('certificates', 'zh-CN', 'case.refusalReason.not-competent')
    await write.transition(referral, { id, version: row.version, verb: 'returnThere', values: { outcome } })
    return
  }
  const actingCounty = await nameOf(countyOf(row.division ?? ''), context)
  const opened = await write.create(cases, fileOf(row, { holder, held: held?.id ?? null, actingCounty }, context))
  await write.update(referral, { id, version: row.version, values: { application: opened.id } })
}

/** The county that accepted hears what the other one decided. */
export const referralAnswered: EventHandler = async ({ payload }, { read, write, registry }) => {
  const event = answered.parse(payload)
  const row = await read.one(referral, event.id)
  if (row?.state !== 'sent') return
  const said = event.isApproved ? registry.text('certificates', 'zh-CN', 'referral.state.approved') : event.note
  await write.transition(referral, {
    id: row.id,
    version: row.version,
    verb: event.isApproved ? 'approveThere' : 'returnThere',
    values: { outcome: said },
  })
}

/** The applicant in the register of the other county, entered where nobody knows the number; undefined where a third county does. */
async function holderOf(row: Referral, { read, write }: ModuleContext): Promise<string | undefined> {
  const division = row.householdDivision ?? ''
  const [known] = (await read.byExact(person, 'idNumber', [row.idNumber])).get(row.idNumber) ?? []
  if (known) return known.county === countyOf(division) ? known.id : undefined
  return (await write.create(person, { name: row.applicantName, idNumber: row.idNumber, division })).id
}

/** What a county is called; its code where the register of divisions does not know it. */
async function nameOf(county: string | undefined, { read, registry }: ModuleContext): Promise<string> {
  const code = (county ?? '').padEnd(12, '0')
  const [place] = await read.many(registry.record('system.division'), { code })
  return String(place?.name ?? code)
}

function fileOf(
  row: Referral,
  from: { readonly holder: string; readonly held: string | null; readonly actingCounty: string },
  { today }: ModuleContext,
): Readonly<Record<string, unknown>> {
  return {
    person: from.holder,
    certificate: row.item === 'new' ? null : from.held,
    item: row.item,
    channel: 'other-county',
    applicant: 'self',
    appliedOn: today,
    reason: row.reason,
    claimedCategory: row.claimedCategory,
    cancelReason: row.cancelReason,
    hasChanged: row.components === null ? null : true,
    actingCounty: from.actingCounty,
    referral: row.id,
    postedFrom: row.postedFrom,
    postedTo: row.postedTo,
    hasIdCard: true,
    hasHouseholdBook: true,
    hasPhotos: true,
    institution: row.institution,
    doctors: row.doctors,
    assessedOn: row.assessedOn,
    components: row.components,
    criterion: row.criterion,
    findings: row.findings,
    cause: row.cause,
    noticePlace: row.noticePlace,
  }
}
