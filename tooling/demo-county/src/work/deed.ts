/**
 * Something that the county's staff did: a row entered, or a step taken with one. `links` fill fields with rows that were entered before,
 * by their keys; holders, divisions and organisations are there already, under {@link holderKey} and {@link organisationKey}.
 */
export interface DemoDeed {
  /** The day on which it was entered. */
  readonly on: string
  /** `<module>.<record>` */
  readonly record: string
  /** What the row is called in `links`, `after` and later steps. */
  readonly key: string
  /** The verb of a step; without one the row is entered. */
  readonly step?: string
  readonly values: Readonly<Record<string, unknown>>
  readonly links: Readonly<Record<string, string>>
  /** Rows that have to be as they are by then, although nothing of this one names them. */
  readonly after: readonly string[]
  readonly by: DemoHand
}

/** Whose hand does it: where two pairs of eyes are asked for, another one's. */
export type DemoHand = 'clerk' | 'second-clerk' | 'approver' | 'second-approver'

/** What is said of a deed beside day, record, key and values. */
export interface DeedOptions {
  readonly links?: Readonly<Record<string, string>>
  readonly after?: readonly string[]
  readonly by?: DemoHand
}

/** Writes deeds down in the order in which they are told. What lies after today has not happened, and nothing that follows from it. */
export interface DeedBook {
  readonly today: string
  readonly deeds: readonly DemoDeed[]
  /** A number that no other row of the county has. */
  next(): number
  /** Enters a row; says whether that has happened. */
  enter(on: string, record: string, key: string, values: DemoDeed['values'], options?: DeedOptions): boolean
  /** Takes a step of a row; says whether that has happened. */
  step(
    on: string,
    at: readonly [record: string, key: string, verb: string],
    values?: DemoDeed['values'],
    options?: DeedOptions,
  ): boolean
}

/** Opens an empty book. */
export function openBook(today: string): DeedBook {
  const deeds: DemoDeed[] = []
  let last = 0
  const note = (deed: DemoDeed): boolean => {
    if (deed.on > today) return false
    deeds.push(deed)
    return true
  }
  const rest = ({ links = {}, after = [], by = 'clerk' }: DeedOptions) => ({ links, after, by })
  return {
    today,
    deeds,
    next: () => {
      last += 1
      return last
    },
    enter: (on, record, key, values, options = {}) => note({ on, record, key, values, ...rest(options) }),
    step: (on, [record, key, step], values = {}, options = {}) =>
      note({ on, record, key, step, values, ...rest(options) }),
  }
}

/** The key of a certificate holder, or of somebody of a family. */
export function holderKey({ idNumber }: { readonly idNumber: string }): string {
  return `holder ${idNumber}`
}

/** The key of the certificate that a holder had when the roster was brought in. */
export function certificateKey({ idNumber }: { readonly idNumber: string }): string {
  return `certificate ${idNumber}`
}

/** The key of an organisation of the county. */
export function organisationKey(name: string): string {
  return `organisation ${name}`
}
