import { keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { povertyRelief } from '../../contract/index.js'

const { referral } = povertyRelief.records

export const referralHooks: RecordHooks<typeof referral> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['sentOn', 'answeredOn'], { record: 'referral', today })
  },
}
