import { usualHours } from '@opendpf/credentials'
import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { notificationsId } from '@opendpf/notifications'
import { certificates } from '../contract/index.js'
import { carryOutCases } from './case/carry-out.js'
import { checkCases } from './case/check.js'
import { caseGuards } from './case/guards.js'
import { prepareCase } from './case/prepare.js'
import { checkCertificates } from './certificate/check.js'
import { keepOldNumbers, tellPersons } from './certificate/follow.js'
import { prepareCertificate } from './certificate/prepare.js'
import { tellLines } from './certificate/tell-lines.js'
import { credentialRoutes } from './credential/credential-routes.js'
import { followCertificate, noteOutdated } from './credential/follow-certificates.js'
import { publicRoutes } from './credential/public/public-routes.js'
import { refreshCredentialsJob } from './credential/refresh-job.js'
import { caseDocumentMakers } from './documents/case-document-makers.js'
import { certificateFactSources } from './facts/certificate-facts.js'
import { certificateMeasures } from './figures/measures.js'
import { expireJob, followMovesJob, markRenewableJob } from './jobs.js'
import { followDeath } from './life/follow-death.js'
import { migrations } from './migrations.js'
import { fileExchange } from './national/file-exchange.js'
import type { NationalSync } from './national/national-sync.js'
import { submissionHooks } from './national/submission-hooks.js'
import { followLines } from './notice/follow-lines.js'
import { postFindings } from './notice/post-findings.js'
import { referralAnswered, referralArrives } from './referral/follow-referrals.js'
import { referralGuards } from './referral/referral-guards.js'
import { referralHooks } from './referral/referral-hooks.js'
import { certificateTold } from './telling/certificate-sources.js'
import { fileArrives, fileReturns, transferAccepted, transferEnds } from './transfer/follow-transfers.js'
import { transferGuards, transferHooks } from './transfer/transfer-hooks.js'
import { tripGuards, tripHooks, tripServiceHooks } from './trip/trip-hooks.js'

export interface CertificatesServerOptions {
  /** How the national system is asked for numbers. Default: by files. */
  readonly nationalSync?: NationalSync
  /** How long an e-certificate is good for once it is shown. Default: 24 hours. */
  readonly credentialHours?: number
}

/** Makes the server half of the register of certificates. */
export function createCertificatesServer({
  nationalSync = fileExchange,
  credentialHours = usualHours,
}: CertificatesServerOptions = {}) {
  const carryOut = carryOutCases(nationalSync)
  return implementModule(certificates, {
    migrations,
    hooks: {
      certificate: {
        prepare: prepareCertificate,
        check: checkCertificates,
        async after(changes, context) {
          await keepOldNumbers(changes, context)
          await tellPersons(changes, context)
          tellLines(changes, context)
          await noteOutdated(changes, context)
        },
      },
      case: {
        prepare: prepareCase,
        check: checkCases,
        async after(changes, context) {
          await carryOut(changes, context)
          await postFindings(changes, context)
        },
      },
      submission: submissionHooks,
      transfer: transferHooks,
      referral: referralHooks,
      trip: tripHooks,
      tripService: tripServiceHooks,
    },
    provides: {
      [eligibilityId]: certificateFactSources,
      [figuresId]: certificateMeasures,
      [notificationsId]: certificateTold,
    },
    documents: caseDocumentMakers,
    guards: { ...caseGuards, ...transferGuards, ...referralGuards, ...tripGuards },
    on: {
      'persons.person.deceased': followDeath,
      'certificates.transfer.released': fileArrives,
      'certificates.transfer.refused': fileReturns,
      'certificates.certificate.transferred': transferAccepted,
      'certificates.certificate.cancelled': transferEnds,
      'certificates.referral.sent': referralArrives,
      'certificates.referral.answered': referralAnswered,
      'certificates.credential.outdated': followCertificate,
      ...followLines,
    },
    jobs: {
      expire: expireJob,
      markRenewable: markRenewableJob,
      followMoves: followMovesJob,
      refreshCredentials: refreshCredentialsJob,
    },
    routes: (kit) => credentialRoutes(kit, { hours: credentialHours }),
    publicRoutes,
  })
}

/** The server half of the register of certificates, with numbers asked for by files. */
export const certificatesServer = createCertificatesServer()
