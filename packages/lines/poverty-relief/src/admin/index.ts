import { contributeAdmin } from '@opendpf/kit/admin'
import { povertyRelief } from '../contract/index.js'

/** The admin half of the line: where work on aid waits. Its programmes are shown by the pages of eligibility and programmes. */
export const povertyReliefAdmin = contributeAdmin(povertyRelief, {
  icon: 'aid',
  desks: {
    poorDesk: {
      title: 'desk.poor',
      record: 'poorEntry',
      states: ['reported', 'to-review', 'watch-ended'],
      together: ['admit', 'close'],
    },
    pairingDesk: { title: 'desk.pairing', record: 'pairing', states: ['neglected'] },
    supportDesk: { title: 'desk.support', record: 'support', states: ['issued'] },
    housingDesk: { title: 'desk.housing', record: 'housing', states: ['surveyed', 'planned', 'building'] },
    reductionDesk: {
      title: 'desk.reduction',
      record: 'reduction',
      states: ['entered', 'returned'],
      together: ['confirm'],
    },
    referralDesk: { title: 'desk.referral', record: 'referral', states: ['sent'] },
    loanDesk: { title: 'desk.loan', record: 'loan', states: ['asked', 'lent'] },
  },
})
