import type { RowOf } from '@opendpf/kit'
import type { EventHandler, MadeFile, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { countyOf } from '@opendpf/standards'
import * as z from 'zod'
import { programmes } from '../../contract/index.js'
import type { ApplicationChange } from '../application/follow.js'

const { application, receipt } = programmes.records
const { person } = persons.records
type Receipt = RowOf<typeof receipt>

const pushed = z.object({ id: z.string() })
const answered = z.object({ id: z.string(), isApproved: z.boolean(), note: z.string() })

/**
 * What another county received arrives in the county of the household register as an application with its scans, received on the day of that window.
 * Who is not in the register is entered; of somebody whom a third county has, it comes back by itself.
 */
export const receiptArrives: EventHandler = async ({ payload }, context) => {
  const { read, write, registry } = context
  const row = await read.one(receipt, pushed.parse(payload).id)
  if (row?.state !== 'pushed' || row.householdDivision === null || row.application !== null) return
  const holder = await holderOf(row, context)
  if (holder === undefined) {
    const outcome = registry.text('programmes', 'zh-CN', 'receipt.problem.elsewhere')
    await write.transition(receipt, { id: row.id, version: row.version, verb: 'returnThere', values: { outcome } })
    return
  }
  const { id, version } = await write.create(application, {
    programme: row.programme,
    person: holder,
    applicant: row.applicant,
    applicantName: row.agentName,
    channel: 'other-county',
    receivingCounty: await countyName(row.division ?? '', context),
    receivedThereOn: row.receivedOn,
    reason: row.reason,
    documents: await carryDocuments(row, context),
    receipt: row.id,
  })
  await write.transition(application, { id, version, verb: 'arrive' })
  await write.update(receipt, { id: row.id, version: row.version, values: { application: id } })
}

/** The county that received hears what the other one decided. */
export const receiptAnswered: EventHandler = async ({ payload }, { read, write }) => {
  const { id, isApproved, note } = answered.parse(payload)
  const row = await read.one(receipt, id)
  if (row?.state !== 'pushed') return
  const verb = isApproved ? 'approveThere' : 'returnThere'
  await write.transition(receipt, { id, version: row.version, verb, values: { outcome: note } })
}

/** Tells the county that received an application what became of it: nothing but yes or no, and the words of the refusal. */
export function answerReceipts(changes: readonly ApplicationChange[], { write, registry }: ModuleContext): void {
  const ends: ReadonlySet<string> = new Set(['approved', 'refused', 'withdrawn', 'terminated'])
  for (const { before, row } of changes) {
    if (!row?.receipt || before?.state === row.state || !ends.has(row.state)) continue
    const told = registry.text(
      'programmes',
      'zh-CN',
      `application.state.${row.state === 'approved' ? 'granted' : row.state}`,
    )
    const note = row.state === 'refused' && row.refusalNote !== null ? `${told}：${row.refusalNote}` : told
    const answer = { id: row.receipt, isApproved: row.state === 'approved', note: note.slice(0, 500) }
    write.emit('programmes.receipt.answered', answer, row.county)
  }
}

/** The scans that were brought to the other window come along as files of the application: each county keeps its own. */
async function carryDocuments({ documents }: Receipt, { files }: ModuleContext): Promise<Receipt['documents']> {
  if (documents === null) return null
  const carried: NonNullable<Receipt['documents']> = []
  for (const file of documents) {
    const content = await files.read(file)
    // both fields take the same types, and whoever kept the file saw to it
    const type = file.type as MadeFile['type']
    carried.push(await files.keep(application, 'documents', { name: file.name, type, content }))
  }
  return carried
}

async function holderOf(row: Receipt, { read, write }: ModuleContext): Promise<string | undefined> {
  const division = row.householdDivision ?? ''
  const [known] = (await read.byExact(person, 'idNumber', [row.idNumber])).get(row.idNumber) ?? []
  if (known) return known.county === countyOf(division) ? known.id : undefined
  return (await write.create(person, { name: row.applicantName, idNumber: row.idNumber, division })).id
}

async function countyName(division: string, { read, registry }: ModuleContext): Promise<string> {
  const code = (countyOf(division) ?? '').padEnd(12, '0')
  const [place] = await read.many(registry.record('system.division'), { code })
  return String((place as { readonly name?: string } | undefined)?.name ?? code)
}
