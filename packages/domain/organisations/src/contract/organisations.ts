import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { messages } from './messages/messages.js'
import { organisation } from './organisation.js'
import { organisationIndicators } from './organisation-indicators.js'
import { appraisal, holder, post, staffingRule } from './post.js'

/** The register of organisations, their posts and who holds them. */
export const organisations = defineModule({
  id: 'organisations',
  records: { organisation, post, holder, appraisal, staffingRule },
  declares: { [figuresId]: organisationIndicators },
  messages,
})
