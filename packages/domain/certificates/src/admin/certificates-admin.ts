import { contributeAdmin } from '@opendpf/kit/admin'
import { certificates } from '../contract/index.js'
import { componentsWidget } from './components-widget.js'

/** The admin half of the register of certificates. */
export const certificatesAdmin = contributeAdmin(certificates, {
  icon: 'card',
  widgets: {
    'certificate.components': componentsWidget,
    'case.components': componentsWidget,
    'submission.components': componentsWidget,
    'referral.components': componentsWidget,
  },
  desks: {
    counter: { title: 'desk.counter', record: 'case', states: ['draft', 'submitted', 'correcting', 'accepted'] },
    assessment: {
      title: 'desk.assessment',
      record: 'case',
      states: ['assessing'],
      steps: ['findEligible', 'findNotEligible'],
    },
    dispute: {
      title: 'desk.dispute',
      record: 'case',
      states: ['not-eligible', 'dispute-city', 'dispute-province'],
      steps: ['cityFindsEligible', 'cityFindsNotEligible', 'provinceFindsEligible', 'provinceRefuses'],
    },
    posting: {
      title: 'desk.posting',
      record: 'case',
      states: ['assessed', 'notice', 'objection'],
      steps: ['startNotice', 'skipNotice'],
      together: ['startNotice', 'skipNotice'],
    },
    review: {
      title: 'desk.review',
      record: 'case',
      states: ['review'],
      steps: ['approve', 'reject'],
      together: ['approve'],
    },
    handOver: {
      title: 'desk.handOver',
      record: 'case',
      states: ['approved', 'confirming', 'confirmed', 'printed'],
      steps: ['sendToNational', 'printCertificate', 'handOver', 'carryOut'],
      together: ['sendToNational', 'carryOut'],
    },
  },
  panels: {
    certificate: [
      {
        title: 'credential.title',
        permission: 'certificate.reveal',
        component: async () => ({ default: (await import('./credential/credential-panel.js')).CredentialPanel }),
      },
    ],
  },
})
