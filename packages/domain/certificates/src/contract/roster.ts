import { defineImport } from '@opendpf/kit'

/** The roster every county sends (持证残疾人花名册): a row is a person and the person's certificate. */
export const roster = defineImport({
  title: 'import.roster',
  parts: [
    { record: 'persons.person', key: 'idNumber' },
    {
      record: 'certificates.certificate',
      key: 'number',
      fields: ['number', 'category', 'grade', 'issueDate', 'validTo', 'issuer', 'media', 'state', 'cause'],
      links: { person: 'persons.person' },
    },
  ],
})
