import { OpenDpfError } from '@opendpf/errors'
import type { PublicVariables } from '@opendpf/kit/server'
import { notices } from '../../contract/index.js'
import { readReceiptCode } from '../receipt-code.js'
import type { PublicNotice } from './read-notices.js'

const { objection } = notices.records

/** The most characters of each part of an objection. */
export const limits = { text: 2000, objectorName: 50, objectorContact: 100 } as const

/** What somebody objects to, as it was sent. Empty parts are left out. */
export interface SentObjection {
  readonly line?: string
  readonly text: string
  readonly objectorName?: string
  readonly objectorContact?: string
}

/** How an objection stands, for whoever has its code. */
export interface PublicOutcome {
  readonly receiptCode: string
  readonly receivedOn: string
  readonly decidedOn: string | null
  readonly state: 'open' | 'upheld' | 'rejected' | 'lapsed'
}

/** Takes an objection and answers the code it can be asked for with. */
export async function addObjection(
  { add }: Pick<PublicVariables, 'add'>,
  { id, division }: Pick<PublicNotice, 'id' | 'division'>,
  sent: SentObjection,
): Promise<string> {
  const { receiptCode } = await add(objection, { notice: id, ...sent }, division)
  return receiptCode
}

/** @throws OpenDpfError `not-found` when no objection has the code */
export async function readOutcome({ look }: Pick<PublicVariables, 'look'>, code: string): Promise<PublicOutcome> {
  const known = readReceiptCode(code)
  const row = known === undefined ? undefined : await look.byCode(objection, known)
  if (!row) throw new OpenDpfError('not-found')
  return {
    receiptCode: row.receiptCode ?? '',
    receivedOn: row.receivedOn ?? '',
    decidedOn: row.decidedOn ?? null,
    state: row.state ?? 'open',
  }
}
