import {
  choice,
  code,
  data,
  date,
  defineRecord,
  division,
  flag,
  instant,
  money,
  multiline,
  name,
  number,
  optional,
  placeRecord,
  reference,
  text,
  validateInput,
  whole,
} from '@opendpf/kit'
import { sexes } from '@opendpf/standards'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { places } from '../server/divisions.js'
import { arbitraryOf } from './arbitrary-of.js'

const everything = placeRecord(
  'testing',
  'everything',
  defineRecord({
    fields: {
      name: name(),
      line: text({ max: 8 }),
      lines: optional(multiline({ max: 20 })),
      manner: choice(['home', 'phone']),
      sex: code(sexes),
      isOpen: optional(flag()),
      on: date(),
      at: instant(),
      count: whole({ min: 5, max: 7 }),
      amount: optional(money({ min: 1 })),
      owner: reference('testing.everything'),
      division: division(),
      resident: number('resident-id'),
      certificate: optional(number('certificate-number')),
      company: number('credit-code'),
      phone: number('phone'),
      account: number('bank-account'),
      parts: optional(
        data(
          z
            .array(
              z.object({ kind: z.enum(['a', 'b']), size: z.int().min(1).max(3), note: z.string().max(5).optional() }),
            )
            .min(1)
            .max(4),
        ),
      ),
    },
    scope: 'division',
    title: 'name',
    list: { columns: ['name'], orders: ['name'] },
  }),
)
const context = { today: '2026-06-15', divisions: [places.village], idsOf: () => ['an-id'] }

describe('rows made from a contract', () => {
  it.each(['sometimes', 'always', 'never'] as const)(
    'pass its validation, with optional fields filled %s',
    (optional_) => {
      fc.assert(
        fc.property(arbitraryOf(everything, { ...context, optional: optional_ }), (row) => {
          const result = validateInput(everything, row, { mode: 'create', locale: 'zh-CN', labelOf: (field) => field })
          expect(result).toMatchObject({ ok: true })
        }),
      )
    },
  )

  it('hold computed fields only when asked for them', () => {
    const [input] = fc.sample(arbitraryOf(everything, context), { numRuns: 1, seed: 1 })
    const [all] = fc.sample(arbitraryOf(everything, { ...context, fields: 'all' }), { numRuns: 1, seed: 1 })
    expect(input).not.toHaveProperty('at')
    expect(all).toHaveProperty('at')
  })

  it('hold nobody who could be real: every number is of county 990121', () => {
    for (const row of fc.sample(arbitraryOf(everything, context), { numRuns: 50, seed: 2 })) {
      expect(row.resident).toMatch(/^990121/)
      expect(row.company).toMatch(/^91990121/)
      expect(row.phone).toMatch(/^1990000/)
    }
  })

  it('end, where a structure holds itself', () => {
    type Tree = { readonly leaf: string } | { readonly parts: readonly Tree[] }
    const tree: z.ZodType<Tree> = z.union([
      z.strictObject({ parts: z.array(z.lazy(() => tree)).readonly() }),
      z.strictObject({ leaf: z.string().min(1).max(5) }),
    ])
    const trees = placeRecord(
      'testing',
      'tree',
      defineRecord({
        fields: { tree: data(tree) },
        title: 'tree',
        scope: 'global',
        list: { columns: ['tree'], orders: ['tree'] },
      }),
    )
    const drawn = arbitraryOf(trees, { today: '2026-06-15', divisions: [places.village], idsOf: () => [] })
    fc.assert(fc.property(drawn, (row) => tree.safeParse(row.tree).success))
  })

  it('leave out a reference to a record of which there is no row', () => {
    const [row] = fc.sample(arbitraryOf(everything, { ...context, idsOf: () => [] }), { numRuns: 1, seed: 3 })
    expect(row).not.toHaveProperty('owner')
  })
})
