import { choice, name, number, optional, reference, type Shape } from '@opendpf/kit'

/** In what part somebody is there. */
export const parts = ['participant', 'speaker', 'volunteer', 'staff'] as const

/** Who it is: a person of the register, or somebody from outside with a name. */
export const whoFields = {
  person: optional(reference('persons.person')),
  outsiderName: optional(name({ headings: ['姓名'] })),
  outsiderPhone: optional(number('phone', { privacy: 'S2', headings: ['联系电话', '电话', '手机号'] })),
  part: choice(parts, { headings: ['角色', '身份'] }),
} satisfies Shape
