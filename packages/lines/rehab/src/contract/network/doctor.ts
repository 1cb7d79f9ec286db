import { choice, date, defineRecord, multiline, name, optional, reference, whole, year } from '@opendpf/kit'
import { clientFields } from '@opendpf/persons'

/** A family doctor who looks after somebody for a year (家庭医生签约). */
export const doctorContract = defineRecord({
  fields: {
    ...clientFields('残疾人'),
    year: year({ min: 2015, headings: ['签约年度'] }),
    institution: reference('organisations.organisation', { headings: ['签约机构'] }),
    doctor: name({ headings: ['家庭医生'] }),
    signedOn: date({ headings: ['签约日期'] }),
    endedOn: optional(date({ headings: ['解约日期'] })),
    /** Services done under it. */
    services: whole({ isDerived: true }),
  },
  scope: { from: 'person' },
  title: 'clientName',
  list: {
    columns: ['clientName', 'year', 'institution', 'doctor', 'signedOn', 'services'],
    filters: ['person', 'year', 'institution', 'signedOn'],
    orders: ['signedOn'],
    direction: 'descending',
  },
})

/** What a family doctor did for somebody. */
export const doctorService = defineRecord({
  fields: {
    contract: reference('rehab.doctorContract'),
    servedOn: date({ headings: ['服务日期'] }),
    kind: choice(['check-up', 'visit', 'rehab-guidance', 'referral', 'health-education'], { headings: ['服务内容'] }),
    note: optional(multiline({ privacy: 'S3', storage: 'sealed' })),
  },
  scope: { from: 'contract' },
  title: 'servedOn',
  list: {
    columns: ['servedOn', 'contract', 'kind'],
    filters: ['contract', 'kind', 'servedOn'],
    orders: ['servedOn'],
    direction: 'descending',
  },
})
