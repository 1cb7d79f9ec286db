import { notificationSources } from '@opendpf/notifications/telling'
import { addDays } from '@opendpf/standards'
import { sql } from 'kysely'
import { notices } from '../contract/index.js'
import { noticeTemplates } from '../contract/notice-templates.js'

const { notice } = notices.records
const page = 500

interface Closing {
  readonly id: string
  readonly title: string
  readonly day: string
  readonly open: number
  readonly division: string
  readonly county: string
  readonly town: string | null
}

/** Notices whose last day is today or tomorrow. One that was put off is told again. */
export const noticeSources = notificationSources(noticeTemplates, {
  async closing(after, { db, today }) {
    const { rows } = await sql<Closing>`
      select n.id, n.title, n.last_day::text as day, n.division, n.county, n.town,
        (select count(*)::int from notices_objection o where o.notice = n.id and o.state = 'open') as open
      from notices_notice n
      where n.state = 'posted' and n.last_day between ${today}::date and ${addDays(today, 1)}::date and n.id > ${after}
      order by n.id limit ${page}`.execute(db)
    const due = rows.map(({ id, title, day, open, ...place }) => ({
      subject: { record: notice, id },
      place,
      owners: { permissions: [`${notices.id}:objection.uphold`], office: 'county' as const },
      values: { title, day, open: String(open) },
      key: day,
    }))
    return { due, next: rows.length === page ? rows.at(-1)?.id : undefined }
  },
})
