import { defineModule } from '@opendpf/kit'
import { certificate, numberHistory } from './certificate.js'
import { messages } from './messages/messages.js'
import { roster } from './roster.js'

/** The register of disability certificates. */
export const certificates = defineModule({
  id: 'certificates',
  records: { certificate, numberHistory },
  imports: { roster },
  messages,
})
