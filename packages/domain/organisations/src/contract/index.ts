export { type OrganisationType, organisation, organisationTypes } from './organisation.js'
export { organisations } from './organisations.js'
export { appraisal, holder, type PostKind, post, postKinds, staffingRule } from './post.js'
export { ruleFor, type StaffingQuestion } from './rule-for.js'
