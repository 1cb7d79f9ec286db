import type { ModuleMigrations } from '@opendpf/kit/server'

/** The tables of the register of certificates. */
export const migrations: ModuleMigrations = {
  '0001_init': async ({ createRecord }) => {
    await createRecord('certificates_certificate', {
      scope: 'division',
      columns: {
        person: 'text',
        holder_name: 'text',
        number: 'exact',
        category: 'text?',
        grade: 'text?',
        components: 'data?',
        issue_date: 'date',
        valid_to: 'date?',
        issuer: 'text?',
        media: 'text?',
        state: 'text?',
        state_on: 'date?',
        cancel_reason: 'text?',
        source: 'text?',
        institution: 'sealed?',
        doctors: 'sealed?',
        assessed_on: 'date?',
        criterion: 'sealed?',
        findings: 'sealed?',
        cause: 'text?',
        onset_date: 'date?',
        remark: 'text?',
      },
      orders: ['holder_name', 'valid_to', 'issue_date'],
      indexes: ['person', 'state'],
      isSearched: true,
    })
    await createRecord('certificates_number_history', {
      scope: 'division',
      columns: { certificate: 'text', number: 'exact', since: 'date', until: 'date', reason: 'text' },
      orders: ['until'],
      indexes: ['certificate'],
    })
  },
}
