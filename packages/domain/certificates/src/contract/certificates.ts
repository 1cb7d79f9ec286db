import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { defineModule } from '@opendpf/kit'
import { notificationsId } from '@opendpf/notifications'
import * as z from 'zod'
import { certificateCase } from './case/case.js'
import { moduleRoles } from './case/roles.js'
import { certificate, numberHistory } from './certificate.js'
import { caseDocuments } from './documents/case-documents.js'
import { certificateEvents } from './events.js'
import { certificateFacts } from './facts/certificate-facts.js'
import { certificateIndicators } from './figures/indicators.js'
import { messages } from './messages/messages.js'
import { submission } from './national/submission.js'
import { caseNoticeKinds } from './notice/kinds.js'
import { referral } from './referral/referral.js'
import { roster } from './roster.js'
import { certificateTemplates } from './telling/certificate-templates.js'
import { transfer } from './transfer/transfer.js'
import { trip, tripService } from './trip/trip.js'

/** The register of disability certificates, and what a county does about them from the application to the last day. */
export const certificates = defineModule({
  id: 'certificates',
  records: {
    certificate,
    numberHistory,
    case: certificateCase,
    submission,
    transfer,
    referral,
    trip,
    tripService,
  },
  events: {
    /** A case ended with a certificate in the holder's hand. */
    'case.issued': z.object({ id: z.string() }),
    /** Papers of an application are missing. */
    'case.correctionAsked': z.object({ id: z.string() }),
    /** A certificate lies ready for its holder. */
    'case.printed': z.object({ id: z.string() }),
    /** A case ended because what was asked for was not granted. */
    'case.refused': z.object({ id: z.string() }),
    /** A case ended without one: cancelled, frozen, unfrozen or transferred. */
    'case.done': z.object({ id: z.string() }),
    ...certificateEvents,
    /** A certificate leaves for another county of this system, with its holder's file. */
    'transfer.released': z.object({ id: z.string(), person: z.string(), division: z.string() }),
    /** The other county did not take a certificate over: it goes back. */
    'transfer.refused': z.object({ id: z.string(), certificate: z.string(), note: z.string() }),
    /** A file that was accepted for another county of this system goes there. */
    'referral.sent': z.object({ id: z.string() }),
    /** The county of the household register has decided about a file that another one accepted. */
    'referral.answered': z.object({ id: z.string(), case: z.string(), isApproved: z.boolean(), note: z.string() }),
    /** A certificate that somebody carries as a signed credential is no longer what was signed. */
    'credential.outdated': z.object({ id: z.string() }),
  },
  permissions: ['credential.rotate'],
  roles: moduleRoles,
  imports: { roster },
  documents: caseDocuments,
  declares: {
    notices: caseNoticeKinds,
    [eligibilityId]: certificateFacts,
    [figuresId]: certificateIndicators,
    [notificationsId]: certificateTemplates,
  },
  messages,
})
