import { isMinor } from '@opendpf/standards'
import type { Channels } from '../../channels/index.js'
import type { NotificationTemplate } from '../../contract/index.js'
import type { Addressee, Way } from './addressee.js'
import type { Contact, Guardian, KnownPeople, Person } from './known-people.js'

export interface PeopleOptions {
  readonly known: KnownPeople
  readonly template: Pick<NotificationTemplate, 'to' | 'statutory'>
  readonly channels: Channels
  readonly today: string
}

/**
 * Who of a person and his guardians is told, and how. What is for a minor goes to those who act for him; the dead and what they left are
 * not written to; one number gets one message.
 */
export function tellPeople(id: string, options: PeopleOptions): readonly Addressee[] {
  const { known, template, today } = options
  const person = known.persons.get(id)
  if (!person || person.isDeceased === true) return []
  const guardians = known.guardians.get(id) ?? []
  const isForGuardians = person.birthDate !== null && isMinor(person.birthDate, today) && guardians.length > 0
  const told = [
    ...(template.to.includes('person') && !isForGuardians ? [ofPerson(person, options)] : []),
    ...(template.to.includes('guardian') || (template.to.includes('person') && isForGuardians)
      ? guardians.map((guardian) => ofGuardian(guardian, person, options))
      : []),
  ]
  const rung = new Set<string>()
  return told.filter(({ ways }) => {
    const address = ways[0]?.phone ?? ways[0]?.email ?? null
    if (address === null) return ways.length > 0
    if (rung.has(address)) return false
    rung.add(address)
    return true
  })
}

function ofPerson(person: Person, options: PeopleOptions): Addressee {
  const contact = options.known.contacts.get(person.id)
  return {
    kind: 'person',
    id: person.id,
    name: person.name,
    language: contact?.language ?? 'zh-CN',
    person: person.id,
    holder: null,
    division: person.division,
    ways: waysTo([person.phone, person.secondPhone], contact, options),
  }
}

function ofGuardian(guardian: Guardian, person: Person, options: PeopleOptions): Addressee {
  const { persons, contacts } = options.known
  const entry = persons.get(guardian.guardianPerson ?? '')
  const contact = contacts.get(guardian.guardianPerson ?? '')
  return {
    kind: 'guardian',
    id: guardian.id,
    name: guardian.name,
    language: contact?.language ?? 'zh-CN',
    person: person.id,
    holder: null,
    division: person.division,
    ways: waysTo([guardian.phone, entry?.phone ?? null, entry?.secondPhone ?? null], contact, options),
  }
}

/**
 * The way to somebody: by SMS where that goes out, by e-mail otherwise, and what goes out nowhere is listed. Nothing where he refuses both,
 * unless the law asks for the message.
 */
function waysTo(
  phones: readonly (string | null)[],
  contact: Contact | undefined,
  { template, channels }: PeopleOptions,
): readonly Way[] {
  const isAsked = template.statutory !== undefined
  const mobile = phones.find((phone) => phone !== null && /^1\d{10}$/.test(phone)) ?? null
  const email = contact?.email ?? null
  const sms = { channel: 'sms', phone: mobile, email: null, isOpen: channels.sms !== undefined } as const
  const mail = { channel: 'email', phone: null, email, isOpen: channels.email !== undefined } as const
  const wanted = [
    ...(mobile !== null && (isAsked || contact?.refusesSms !== true) ? [sms] : []),
    ...(email !== null && (isAsked || contact?.refusesEmail !== true) ? [mail] : []),
  ]
  const [way] = wanted.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
  if (way)
    return [{ channel: way.channel, phone: way.phone, email: way.email, state: way.isOpen ? 'queued' : 'listed' }]
  if (!isAsked && contact?.refusesSms === true) return []
  // a landline does not get an SMS, and says where to call
  const phone = phones.find((known) => known !== null) ?? null
  return [{ channel: 'sms', phone, email: null, state: 'unreachable' }]
}
