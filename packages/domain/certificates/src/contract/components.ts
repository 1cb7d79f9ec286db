import { type DisabilityComponent, defineCodeList, disabilityGrades } from '@opendpf/standards'
import * as z from 'zod'

const categories = ['1', '2', '3', '4', '5', '6'] as const

/** Where a physical disability is: passes and vehicle subsidies ask for the lower limbs. */
export const bodyParts = defineCodeList({
  id: 'body-part',
  zh: '残疾部位',
  en: 'Part of the body',
  source: 'OpenDPF',
  entries: [
    { code: 'upper-limbs', zh: '上肢', en: 'Upper limbs' },
    { code: 'lower-limbs', zh: '下肢', en: 'Lower limbs' },
    { code: 'all-limbs', zh: '上下肢', en: 'Upper and lower limbs' },
    { code: 'trunk', zh: '躯干', en: 'Trunk' },
  ],
})

/**
 * The disabilities a certificate is made of (GB/T 26341-2010): one for a single disability, two or more for category 7. The grade of
 * the whole is that of the most severe (办法 第 13 条). Of a physical one the part of the body is told where it is known.
 */
export const componentsSchema = z
  .array(
    z.object({
      category: z.enum(categories),
      grade: z.enum(disabilityGrades.codes),
      part: z.enum(bodyParts.codes).optional(),
    }),
  )
  .min(1)
  .max(6)

/** What `componentsSchema` holds is what the standards compute with. */
export type Components = readonly (DisabilityComponent & { readonly part?: string | undefined })[]
