import type { Platform } from '../platform/platform.js'
import { lockContent, looseFor } from './attachment-rows.js'
import type { AttachmentStore, ContentPlace } from './attachment-store.js'

interface Loose extends ContentPlace {
  readonly id: string
}

/** Files that nobody saved with a row, and that are past their day. */
export const dueAttachments = 'select id from system_attachment where row_id is null and uploaded_at <= $1'

/** The instant before which a loose file is past its day. */
export function looseBefore({ clock }: Pick<Platform, 'clock'>): string {
  return new Date(clock.now().getTime() - looseFor).toISOString()
}

/** Lets go of loose files past their day, and of contents that no other file has; answers how many files went. */
export async function purgeAttachments(
  platform: Pick<Platform, 'pool' | 'clock'>,
  store: Pick<AttachmentStore, 'remove'>,
  signal: AbortSignal,
): Promise<number> {
  const due = await platform.pool.use({ level: 'all' }, (session) =>
    session.query<Loose & Record<string, unknown>>({
      text: 'select id, county, digest from system_attachment where row_id is null and uploaded_at <= $1 order by id',
      values: [looseBefore(platform)],
    }),
  )
  let gone = 0
  for (const loose of due) {
    signal.throwIfAborted()
    if (await letGo(platform, store, loose)) gone += 1
  }
  return gone
}

async function letGo(
  platform: Pick<Platform, 'pool'>,
  store: Pick<AttachmentStore, 'remove'>,
  { id, ...place }: Loose,
): Promise<boolean> {
  return platform.pool.transact({ level: 'all' }, async (session) => {
    await lockContent(session, place)
    const deleted = await session.query<{ id: string }>({
      text: 'delete from system_attachment where id = $1 and row_id is null returning id',
      values: [id],
    })
    if (deleted.length === 0) return false
    const others = await session.query({
      // what somebody printed and attached again is one content
      text: 'select id from system_attachment where county = $1 and digest = $2 union all select id from system_document where county = $1 and digest = $2 limit 1',
      values: [place.county, place.digest],
    })
    // last, since it cannot be undone: if the commit fails the file stays loose and past its day, and no row can take it
    if (others.length === 0) await store.remove(place)
    return true
  })
}
