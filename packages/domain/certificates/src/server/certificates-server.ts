import { implementModule } from '@opendpf/kit/server'
import { certificates } from '../contract/index.js'
import { checkCertificates } from './certificate/check.js'
import { keepOldNumbers, tellPersons } from './certificate/follow.js'
import { prepareCertificate } from './certificate/prepare.js'
import { expireJob } from './jobs.js'
import { migrations } from './migrations.js'

/** The server half of the register of certificates. */
export const certificatesServer = implementModule(certificates, {
  migrations,
  hooks: {
    certificate: {
      prepare: prepareCertificate,
      check: checkCertificates,
      async after(changes, context) {
        await keepOldNumbers(changes, context)
        await tellPersons(changes, context)
      },
    },
  },
  jobs: { expire: expireJob },
})
