import { needKinds, statusKinds } from '@opendpf/persons'
import * as z from 'zod'

const when = z.array(z.string().min(1).max(20)).min(1).max(40).readonly()

/**
 * What an answer says about the person in the register: that a status holds or no longer does, that something is needed, or what the phone
 * number is. It becomes a proposal, which a person decides about.
 */
export const effectSchema = z
  .union([
    z.strictObject({ when, status: z.enum(statusKinds), holds: z.boolean() }),
    z.strictObject({ when, need: z.enum(needKinds), urgent: z.boolean().optional() }),
    z.strictObject({ contact: z.literal('phone') }),
  ])
  .readonly()
export type Effect = z.output<typeof effectSchema>
