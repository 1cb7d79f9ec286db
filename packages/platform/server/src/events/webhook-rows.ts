import type { Session } from '@opendpf/database'
import type { PlacedRecord } from '@opendpf/kit'
import type { DomainEvent } from '@opendpf/kit/server'
import { divisionPrefix } from '@opendpf/standards'
import { systemActor } from '../platform/actors.js'
import type { Platform } from '../platform/platform.js'
import { createReader } from '../read/reader.js'

/** A webhook's row, its secret opened. */
export interface WebhookRow {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly events: readonly string[]
  readonly isActive: boolean
  readonly division: string
}

const recordOf = (platform: Pick<Platform, 'registry'>): PlacedRecord => platform.registry.record('system.webhook')

/** Every webhook that is switched on. */
export async function activeWebhooks(platform: Platform, session: Session): Promise<readonly WebhookRow[]> {
  const reader = createReader({ platform, actor: systemActor, run: (work) => work(session) })
  return (await reader.many(recordOf(platform), { isActive: true })) as unknown as readonly WebhookRow[]
}

/** A webhook as it is now; undefined when it is gone. */
export async function findWebhook(platform: Platform, id: string): Promise<WebhookRow | undefined> {
  return platform.pool.use(systemActor.scope, async (session) => {
    const reader = createReader({ platform, actor: systemActor, run: (work) => work(session) })
    return (await reader.one(recordOf(platform), id)) as unknown as WebhookRow | undefined
  })
}

/** Whether an event happened where the webhook lies. What the platform itself did happened in the county, where there is but one. */
export function reaches(
  platform: Pick<Platform, 'divisions'>,
  { division }: Pick<WebhookRow, 'division'>,
  { county }: Pick<DomainEvent, 'county'>,
): boolean {
  const prefix = divisionPrefix(division) ?? division
  const counties = platform.divisions.under('').filter(({ level, isCurrent }) => level === 'county' && isCurrent)
  const where = county ?? (counties.length === 1 ? counties[0]?.code.slice(0, 6) : undefined)
  return where?.startsWith(prefix) === true
}
