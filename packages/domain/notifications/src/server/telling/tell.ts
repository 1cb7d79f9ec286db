import { createHash } from 'node:crypto'
import { readHolders } from '@opendpf/access/holders'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { channelsOf } from '../../channels/index.js'
import { notifications } from '../../contract/index.js'
import type { Occurrence } from '../../telling/index.js'
import type { Addressee, Way } from './addressee.js'
import { knownPeople } from './known-people.js'
import type { Sourced } from './sources-of.js'
import { tellOwners } from './tell-owners.js'
import { tellPeople } from './tell-people.js'
import { wakingHours } from './waking-hours.js'
import { readWords, sayTo } from './words.js'

const { message, mailbox } = notifications.records

type Keyed = Occurrence & { readonly key: string }
type What = Omit<Sourced<unknown>, 'source'>

/**
 * Puts messages down for everybody who is told of some occurrences of one template, each once for ever, in a fixed number of queries. They are
 * there when the transaction commits, and are sent afterwards.
 *
 * @returns how many were put down
 */
export async function tell(what: What, occurrences: readonly Keyed[], context: ModuleContext): Promise<number> {
  if (occurrences.length === 0) return 0
  const { name, template } = what
  const addresseesOf = await readAddressees(what, occurrences, context)
  const wanted = occurrences.flatMap((occurrence) =>
    addresseesOf(occurrence).flatMap((addressee) =>
      addressee.ways.map((way) => ({ occurrence, addressee, way, key: keyOf(name, occurrence, addressee, way) })),
    ),
  )
  const known = await knownKeys(
    wanted.map(({ key }) => key),
    context,
  )
  const fresh = [...new Map(wanted.map((one) => [one.key, one])).values()].filter(({ key }) => !known.has(key))
  if (fresh.length === 0) return 0
  const wordsOf = await readWords(name, template, context)
  const now = context.clock.now()
  await context.write.createMany(
    message,
    fresh.map(({ occurrence, addressee, way, key }) => ({
      template: name,
      channel: way.channel,
      recipientKind: addressee.kind,
      recipientName: addressee.name,
      person: addressee.person,
      holder: addressee.holder,
      phone: way.phone,
      email: way.email,
      language: addressee.language,
      ...sayTo(addressee, way, { ...occurrence, wordsOf, registry: context.registry }),
      aboutRecord: occurrence.subject.record.ref,
      about: occurrence.subject.id,
      key,
      queuedAt: now.toISOString(),
      nextAt: nextAt(way, now)?.toISOString() ?? null,
      attempts: 0,
      sentAt: way.state === 'sent' ? now.toISOString() : null,
      division: addressee.division,
      state: way.state,
    })),
  )
  return fresh.length
}

/** A person gets one message by whatever way; a user one in the system and one by e-mail. */
function keyOf(name: string, { subject, key }: Keyed, { kind, id }: Addressee, { channel }: Way): string {
  const said = [name, subject.id, key, `${kind}:${id}`, ...(kind === 'user' ? [channel] : [])].join(' ')
  // a mark that is told apart, and tells readers of the row nothing that is not in its other fields
  return createHash('sha256').update(said).digest('base64url')
}

function nextAt({ state, channel }: Way, now: Date): Date | undefined {
  if (state !== 'queued') return undefined
  return channel === 'sms' ? wakingHours(now) : now
}

async function knownKeys(keys: readonly string[], { db }: Pick<ModuleContext, 'db'>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from notifications_message where key = any(${keys}::text[])`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** Who is told of each occurrence, with all that has to be read for it read at once. */
async function readAddressees(
  { template }: What,
  occurrences: readonly Keyed[],
  context: ModuleContext,
): Promise<(occurrence: Keyed) => readonly Addressee[]> {
  const { registry, today } = context
  const channels = channelsOf(registry)
  const isToOwners = template.to.includes('owner')
  const known = await knownPeople([...new Set(occurrences.flatMap(({ person }) => person ?? []))], context)
  const holders = isToOwners
    ? await readHolders(
        context,
        occurrences.map(({ place }) => place.county),
      )
    : () => []
  const mailboxes =
    isToOwners && channels.email ? (await context.read.many(mailbox, {})).filter(({ isOff }) => isOff !== true) : []
  const owning = { holders, channels, mailboxes: new Map(mailboxes.map(({ holder, email }) => [holder, email])) }
  return ({ person, owners, place }) => [
    ...(typeof person === 'string' ? tellPeople(person, { known, template, channels, today }) : []),
    ...(isToOwners && owners ? tellOwners(owners, place, owning) : []),
  ]
}
