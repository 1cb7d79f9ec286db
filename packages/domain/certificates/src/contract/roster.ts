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
  marks: {
    isOnAllowance: {
      title: 'import.roster.isOnAllowance',
      headings: ['是否享受低保', '是否低保户', '低保'],
      record: 'persons.status',
      link: { person: 'persons.person' },
      only: { kind: 'allowance' },
      values: { source: 'import' },
      from: 'since',
      until: 'until',
    },
  },
})
