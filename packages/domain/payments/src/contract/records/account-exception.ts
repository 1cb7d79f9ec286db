import { attachments, choice, date, defineRecord, multiline, name, number, optional, reference } from '@opendpf/kit'

/** Why money goes to somebody else's account. */
const exceptionGrounds = ['guardian', 'household', 'institution', 'other'] as const

/**
 * Leave to pay to an account that is not in the payee's own name (非本人账户), because he has a guardian, for instance. Asked for with a reason
 * and approved by two others; it is for the number and the holder that they saw, and for no other.
 */
export const accountException = defineRecord({
  fields: {
    account: reference('persons.account', { onRemove: 'remove' }),
    ground: choice(exceptionGrounds),
    reason: multiline({ privacy: 'S2', max: 500 }),
    papers: optional(attachments({ privacy: 'S3', max: 5 })),
    holderName: name({ isDerived: true }),
    accountNumber: number('bank-account', { storage: 'sealed', isDerived: true }),
    askedOn: date({ isDerived: true }),
    refusal: optional(multiline({ privacy: 'S2', max: 500 })),
    endReason: optional(multiline({ privacy: 'S2', max: 500 })),
    state: choice(['asked', 'confirmed', 'approved', 'refused', 'ended']),
  },
  scope: { from: 'account' },
  title: 'holderName',
  operations: ['create', 'export'],
  list: {
    columns: ['holderName', 'account', 'accountNumber', 'ground', 'askedOn', 'state'],
    filters: ['state', 'ground', 'account'],
    orders: ['askedOn'],
    direction: 'descending',
  },
  workflow: {
    field: 'state',
    initial: 'asked',
    final: ['refused', 'ended'],
    transitions: {
      confirm: { from: 'asked', to: 'confirmed', guards: ['sameAccount'], notBy: ['create'] },
      approve: { from: 'confirmed', to: 'approved', guards: ['sameAccount'], notBy: ['create', 'confirm'] },
      refuse: { from: ['asked', 'confirmed'], to: 'refused', requires: ['refusal'] },
      end: { from: 'approved', to: 'ended', requires: ['endReason'] },
    },
    waits: {
      asked: { owner: 'county', clock: null, escape: 'confirm' },
      confirmed: { owner: 'county', clock: null, escape: 'approve' },
      approved: { owner: 'county', clock: null, escape: 'end' },
    },
  },
})
