import { choice, optional, reference, type Shape } from '@opendpf/kit'

/** Where somebody is served: in an institution, at a place of his community, at home, or where a team came to. */
const settings = ['institution', 'community', 'home', 'on-site'] as const

/** Where and by whom somebody is served. */
export const settingFields = {
  setting: choice(settings, { headings: ['服务形式', '康复形式'] }),
  institution: optional(reference('organisations.organisation', { headings: ['康复机构', '服务机构'] })),
} satisfies Shape
