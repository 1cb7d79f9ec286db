import * as z from 'zod'

/** What every event about a certificate says: ids alone. `case` is null for what time did, and not an application. */
const certificateEvent = z.object({
  /** The certificate. */
  id: z.string(),
  /** Its holder, in the register of persons. */
  person: z.string(),
  /** The case that led to it. */
  case: z.string().nullable(),
})

/**
 * What other lines have to hear of: services of somebody whose certificate was cancelled, frozen or changed are looked at again. Their
 * shape is a promise to other modules and systems: it only ever grows.
 */
export const certificateEvents = {
  /** A first certificate (首次发证). */
  'certificate.issued': certificateEvent,
  /** A new term, on the same certificate (期满换领). */
  'certificate.renewed': certificateEvent,
  /** A lost or damaged one was made again (补办、换领). */
  'certificate.reissued': certificateEvent,
  /** Another category or grade, and so another number (变更). */
  'certificate.gradeChanged': certificateEvent,
  /** It is in another county now (迁移). */
  'certificate.transferred': certificateEvent,
  'certificate.frozen': certificateEvent,
  'certificate.unfrozen': certificateEvent,
  'certificate.cancelled': certificateEvent,
  /** Its last day has passed (到期). */
  'certificate.expired': certificateEvent,
} as const

/** What happened to a certificate, as the name of its event ends. */
export type CertificateEvent = keyof typeof certificateEvents extends `certificate.${infer Name}` ? Name : never
