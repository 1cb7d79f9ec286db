import type { RowOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'
import { readNumber } from '../certificate/read-number.js'
import { emitCertificate } from '../certificate/tell-lines.js'
import type { NationalSync } from '../national/national-sync.js'
import { voidSubmissions } from '../national/void-submissions.js'
import { answerReferral } from '../referral/answer.js'
import { refuseTransfer, release } from '../transfer/release.js'

const { certificate } = certificates.records
type Case = RowOf<(typeof certificates.records)['case']>
type Certificate = RowOf<typeof certificate>

/** One case that was written, with the step that led there. */
export interface CaseChange {
  readonly before: Case | undefined
  readonly row: Case | undefined
  readonly action: string
}

/**
 * What a case does when it moves: it asks for a number, and at its end makes a certificate, gives the one there is a new number or term, or
 * puts it into another state. One certificate is one row; what it was before stands in its history and in its numbers of before.
 */
export function carryOutCases(sync: NationalSync) {
  return async (changes: readonly CaseChange[], context: ModuleContext): Promise<void> => {
    const moved = changes.flatMap(({ before, row }) => (row && before?.state !== row.state ? [row] : []))
    const confirming = moved.filter(({ state }) => state === 'confirming')
    if (confirming.length > 0) await sync.request(confirming, context)
    for (const row of moved) {
      if (row.state === 'issued') await issue(row, context)
      if (row.state === 'done') await changeState(row, context)
      if (row.state === 'refused') await refuseTransfer(row, context)
      if (row.state === 'terminated') await voidSubmissions(row, context)
      answerReferral(row, context)
    }
  }
}

function assessmentOf(row: Case) {
  return row.category === null
    ? {}
    : {
        category: row.category,
        grade: row.grade,
        components: row.components,
        institution: row.institution,
        doctors: row.doctors,
        assessedOn: row.assessedOn,
        criterion: row.criterion,
        findings: row.findings,
        cause: row.cause,
        onsetDate: row.onsetDate,
      }
}

// a certificate that has arrived, or that was renewed, is where its holder is
const settled = { state: 'valid', freezeReason: null, movedOn: null, moveSource: null } as const

async function issue(row: Case, context: ModuleContext): Promise<void> {
  const { write } = context
  const { number, issueDate } = row
  if (number === null || issueDate === null) throw new Error(`case ${row.id} was handed over without a number`)
  const made = { number, media: row.media ?? ('card3' as const), lastCase: row.id, ...assessmentOf(row) }
  if (row.certificate === null) {
    const values = { person: row.person, issueDate, source: 'national', state: 'valid', ...made }
    const created = await write.create(certificate, values)
    return emitCertificate(row.item === 'transfer-in' ? 'transferred' : 'issued', created, row.id, context)
  }
  const held = await heldBy(row, context)
  // a lost or damaged one is made again as it was; only a renewal and a re-assessment start a new term
  const isNewTerm = row.item === 'renew' || row.category !== null
  const change = { ...made, ...settled, ...(isNewTerm ? { issueDate, validTo: null } : {}) }
  const after = await write.update(certificate, { id: held.id, version: held.version, values: change })
  const [old, now] = [readNumber(held.number), readNumber(number)]
  const isRegraded = old.category !== now.category || old.grade !== now.grade
  if (row.item === 'renew') emitCertificate('renewed', after, row.id, context)
  else if (row.item !== 'transfer-in' && !isRegraded) emitCertificate('reissued', after, row.id, context)
}

async function changeState(row: Case, context: ModuleContext): Promise<void> {
  if (row.item === 'transfer-in' && row.certificate === null) return takeOver(row, context)
  const held = await heldBy(row, context)
  const change = changeOf(row)
  await context.write.update(certificate, {
    id: held.id,
    version: held.version,
    values: { ...change, lastCase: row.id },
  })
  if (row.item === 'transfer-out') await release(row, held, context)
}

function changeOf(row: Case): Partial<Certificate> {
  switch (row.item) {
    case 'cancel':
      return { state: 'cancelled', cancelReason: row.cancelReason }
    case 'freeze':
      return { state: 'frozen', freezeReason: 'check' }
    case 'transfer-out':
      return { state: 'transferring' }
    case 'unfreeze':
    case 'transfer-in':
      return settled
    default:
      throw new Error(`case ${row.id} is carried out by handing over`)
  }
}

/** A certificate of a county outside this system goes on as it is: its number, its term. */
async function takeOver(row: Case, context: ModuleContext): Promise<void> {
  const created = await context.write.create(certificate, {
    person: row.person,
    number: row.priorNumber,
    issueDate: row.issueDate,
    issuer: row.fromPlace,
    media: row.media,
    source: 'national',
    lastCase: row.id,
  })
  emitCertificate('transferred', created, row.id, context)
}

async function heldBy(row: Case, { read }: ModuleContext): Promise<Certificate> {
  const held = row.certificate === null ? undefined : await read.one(certificate, row.certificate)
  if (!held) throw new Error(`case ${row.id} is about no certificate`)
  return held
}
