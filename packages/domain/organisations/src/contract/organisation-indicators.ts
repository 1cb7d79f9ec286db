import { indicators } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

/** What the register of organisations counts. */
export const organisationIndicators = indicators({
  organisations: {
    title: texts('机构', 'Organisations'),
    counts: texts('已成立且未撤销的机构和组织', 'organisations that are founded and not closed'),
    dateMeans: texts('成立日期和撤销日期', 'the days of founding and closing'),
    kind: 'stock',
    unit: 'organisation',
    reading: 'count',
    lists: 'organisations.organisation',
    isPlacedAsListed: true,
    dimensions: {
      type: { title: texts('机构类型', 'Type'), field: 'organisations.organisation.type' },
      specialty: { title: texts('专门协会类别', 'Kind of association'), field: 'organisations.organisation.specialty' },
    },
    direction: 'more',
    version: 1,
  },
})
