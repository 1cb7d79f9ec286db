import { choice, data, defineRecord, flag, multiline, optional, text } from '@opendpf/kit'
import * as z from 'zod'
import { roleKinds } from './role-kind.js'

/** Permission patterns as they are stored: `persons:person.read`, `persons:*`, `*:*.read`. */
export const patternsSchema = z
  .array(
    z
      .string()
      .trim()
      .regex(/^[\w*-]+:[\w*-]+(\.[\w*-]+)?$/)
      .max(100),
  )
  .min(1)
  .max(200)

/**
 * A named set of permissions. Shipped roles cannot be changed: what they may do is part of the platform
 * (`shippedRoles`), and the row says so by `shippedAs`.
 */
export const role = defineRecord({
  fields: {
    title: text({ max: 40 }),
    titleEn: optional(text({ max: 60 })),
    description: optional(multiline({ max: 500 })),
    kind: choice(roleKinds),
    permissions: data(patternsSchema),
    needsSecondFactor: optional(flag()),
    /** The shipped role this row stands for; empty for a deployment's own roles. */
    shippedAs: optional(text({ isDerived: true, max: 40 })),
  },
  scope: 'global',
  title: 'title',
  list: {
    columns: ['title', 'kind', 'needsSecondFactor', 'shippedAs'],
    filters: ['kind', 'needsSecondFactor'],
    orders: ['title'],
  },
  sections: [
    { title: 'role.section.role', fields: ['title', 'titleEn', 'description', 'kind', 'shippedAs'] },
    { title: 'role.section.permissions', fields: ['permissions', 'needsSecondFactor'] },
  ],
  operations: ['create', 'update', 'remove'],
})
