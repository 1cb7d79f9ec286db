import { OpenDpfError } from '@opendpf/errors'
import type { PublicRow, PublicVariables } from '@opendpf/kit/server'
import { factsInWords, noticeKindsOf, notices } from '../../contract/index.js'

const { notice, line } = notices.records
type Look = Pick<PublicVariables, 'look' | 'registry' | 'placeOf' | 'nameOf' | 'locale'>

/** How many notices stand on one page. */
const noticesPerPage = 200
const linesAtMost = 2000

/** A notice as anybody sees it. */
export interface PublicNotice {
  readonly id: string
  readonly title: string
  /** 12 digits. */
  readonly division: string
  readonly county: string
  readonly town: string
  readonly village: string
  readonly place: string
  readonly workingDays: number
  readonly fromDay: string
  readonly lastDay: string
  readonly objectionPhone: string
  readonly objectionAddress: string | null
}

/** One line as anybody sees it. */
export interface PublicLine {
  readonly id: string
  readonly maskedName: string
  readonly village: string
  readonly facts: readonly { readonly title: string; readonly value: string }[]
  readonly fromDay: string
  readonly lastDay: string
  readonly isObjectedTo: boolean
}

/** A page of the notices that are posted. */
export async function readList(
  look: Look,
  after?: string,
): Promise<{ readonly notices: readonly PublicNotice[]; readonly next?: string }> {
  const rows = await look.look.many(
    notice,
    {},
    { limit: noticesPerPage + 1, ...(after === undefined ? {} : { after }) },
  )
  const shown = rows.slice(0, noticesPerPage)
  const last = shown.at(-1)
  return {
    notices: shown.map((row) => publicNotice(row, look)),
    ...(rows.length > noticesPerPage && last ? { next: last.id } : {}),
  }
}

/** A notice that was public and is no more. */
export class NoticeGone extends Error {
  override readonly name = 'NoticeGone'
}

/**
 * One notice with its lines.
 *
 * @throws NoticeGone when it has ended; OpenDpfError `not-found` when there never was one to see
 */
export async function readNotice(
  look: Look,
  id: string,
): Promise<{ readonly notice: PublicNotice; readonly lines: readonly PublicLine[] }> {
  const row = await look.look.one(notice, id)
  if (!row) {
    if (await look.look.isGone(notice, id)) throw new NoticeGone()
    throw new OpenDpfError('not-found')
  }
  const lines = await look.look.many(line, { notice: id }, { limit: linesAtMost })
  const kind = noticeKindsOf(look.registry).get(row.kind ?? '') ?? { facts: {} }
  return {
    notice: publicNotice(row, look),
    lines: lines.map((one) => ({
      id: one.id,
      maskedName: one.maskedName ?? '',
      village: one.village ?? '',
      facts: factsInWords(kind, one.facts ?? {}, look.locale),
      fromDay: one.fromDay ?? '',
      lastDay: one.lastDay ?? '',
      isObjectedTo: one.state === 'objected',
    })),
  }
}

function publicNotice(row: PublicRow<typeof notice>, { nameOf, placeOf }: Look): PublicNotice {
  return {
    id: row.id,
    title: row.title ?? '',
    division: row.division,
    county: nameOf(`${row.county}000000`),
    town: row.town === null ? nameOf(`${row.county}000000`) : nameOf(`${row.town}000`),
    village: placeOf(row.division),
    place: row.place ?? '',
    workingDays: row.workingDays ?? 0,
    fromDay: row.fromDay ?? '',
    lastDay: row.lastDay ?? '',
    objectionPhone: row.objectionPhone ?? '',
    objectionAddress: row.objectionAddress ?? null,
  }
}
