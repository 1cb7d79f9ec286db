import { type DemoOptions, generatePersons } from '../people.js'
import { createRandom } from '../random.js'
import { tellAccounts } from './accounts.js'
import { tellActivities } from './activities.js'
import { rosterDayOf, yearsOf } from './calendar.js'
import { tellCertificates } from './certificates.js'
import { tellChildren } from './children.js'
import { tellClients } from './clients.js'
import { type DemoDeed, openBook } from './deed.js'
import { tellDevices } from './devices.js'
import { tellMentalCare } from './mental.js'
import { tellMoney } from './money.js'
import { tellNetwork } from './network.js'
import type { Setting } from './setting.js'
import { tellSight } from './sight.js'
import { tellStanding } from './standing.js'
import { type DemoGrant, grantsOf, tellSubsidies } from './subsidies.js'
import { tellTraining } from './training.js'
import { tellTreatment } from './treatment.js'

/** A county of some size on some day: its roster is of before the year before, and its certificates are valid on the day. */
export function optionsOn(today: string, { seed, persons }: Pick<DemoOptions, 'seed' | 'persons'>): DemoOptions {
  return { ...(seed === undefined ? {} : { seed }), persons, today: rosterDayOf(today), validOn: today }
}

/**
 * What the county's federation did in the year before today's and in today's, as far as it has gone, day by day: the same for the same
 * seed, size and day. What follows from something comes after it.
 */
export function generateWork(options: Pick<DemoOptions, 'seed' | 'persons'>, today: string): readonly DemoDeed[] {
  const book = openBook(today)
  const setting: Setting = { ...countyOf(options, today), book }
  tellStanding(setting)
  tellMoney(setting)
  tellSubsidies(setting)
  tellAccounts(setting)
  tellCertificates(setting)
  tellNetwork(setting)
  const clients = tellClients(setting)
  tellDevices(setting)
  tellSight(setting)
  tellTraining(setting, clients)
  tellMentalCare(setting)
  tellChildren(setting)
  tellTreatment(setting)
  tellActivities(setting)
  // of one day in the order in which they were told
  return book.deeds.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** Who received the two subsidies before the county worked with this system. */
export function generateGrants(options: Pick<DemoOptions, 'seed' | 'persons'>, today: string): readonly DemoGrant[] {
  return grantsOf(countyOf(options, today))
}

function countyOf(options: Pick<DemoOptions, 'seed' | 'persons'>, today: string): Omit<Setting, 'book'> {
  const { seed = 'opendpf' } = options
  const county = optionsOn(today, options)
  return {
    options: county,
    today,
    years: yearsOf(today),
    start: rosterDayOf(today),
    holders: [...generatePersons(county)],
    chanceOf: (part) => createRandom(`${seed} ${part}`),
  }
}
