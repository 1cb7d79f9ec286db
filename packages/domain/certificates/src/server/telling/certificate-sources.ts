import { texts } from '@opendpf/messages'
import { type EventSource, notificationSources } from '@opendpf/notifications/telling'
import { addDays } from '@opendpf/standards'
import { sql } from 'kysely'
import * as z from 'zod'
import { certificates, certificateTemplates, tellBefore } from '../../contract/index.js'

const { certificate, case: cases } = certificates.records
const payloadSchema = z.object({ id: z.string() })
const page = 500

interface Ending {
  readonly id: string
  readonly person: string
  readonly day: string
  readonly division: string
  readonly county: string
  readonly town: string | null
}

/** A case as its applicant is told of it: what it was about, and nothing of what was found. */
const ofCase: EventSource<'item'> = async ({ payload }, { read, registry }) => {
  const row = await read.one(cases, payloadSchema.parse(payload).id)
  if (!row) return []
  const say = (locale: 'zh-CN' | 'en') => registry.text(certificates.id, locale, `case.item.${row.item}`)
  return [
    {
      subject: { record: cases, id: row.id },
      place: row,
      person: row.person,
      values: { item: texts(say('zh-CN'), say('en')) },
    },
  ]
}

/** What stands behind the templates of certificates. */
export const certificateTold = notificationSources(certificateTemplates, {
  async expiring(after, { db, today }) {
    const { rows } = await sql<Ending>`
      select id, person, valid_to::text as day, division, county, town from certificates_certificate
      where state = 'valid' and valid_to between ${today}::date and ${addDays(today, tellBefore)}::date and id > ${after}
      order by id limit ${page}`.execute(db)
    const due = rows.map(({ id, person, day, ...place }) => ({
      ...{ subject: { record: certificate, id }, place, person, values: { day } },
      key: day,
    }))
    return { due, next: rows.length === page ? rows.at(-1)?.id : undefined }
  },
  async expired({ payload }, { read }) {
    const row = await read.one(certificate, payloadSchema.parse(payload).id)
    // it was renewed before this was told
    if (row?.state !== 'expired' || row.validTo === null) return []
    const { id, person, validTo } = row
    return [{ subject: { record: certificate, id }, place: row, person, values: { day: validTo } }]
  },
  correctionAsked: ofCase,
  ready: ofCase,
  carriedOut: ofCase,
  refused: ofCase,
})
