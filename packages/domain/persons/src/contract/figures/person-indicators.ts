import { type Indicator, indicators, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const stock = { kind: 'stock', dateMeans: texts('统计日', 'The day asked about'), version: 1 } as const
const ofPerson = {
  ...stock,
  unit: 'person',
  reading: 'count',
  lists: 'persons.person',
  isPlacedAsListed: true,
  dimensions: personDimensions,
} as const satisfies Partial<Indicator>
const ofHousehold = {
  ...stock,
  unit: 'household',
  reading: 'count',
  lists: 'persons.household',
  isPlacedAsListed: true,
  dimensions: { economy: { title: texts('家庭经济状况', 'Economic state'), field: 'persons.household.economicState' } },
} as const satisfies Partial<Indicator>

/** What is counted of the register: persons, what holds of them, households, and needs. */
export const personIndicators = indicators({
  registered: {
    ...ofPerson,
    title: texts('登记人数', 'Persons registered'),
    counts: texts('人员登记中在世的人', 'Persons of the register who are alive'),
  },
  disabled: {
    ...ofPerson,
    past: 'recorded',
    title: texts('持证残疾人', 'Disabled persons with a certificate'),
    counts: texts('人员登记中在世的持证残疾人', 'Persons of the register who are alive and have a certificate'),
  },
  severe: {
    ...ofPerson,
    past: 'recorded',
    title: texts('重度残疾人', 'Severely disabled persons'),
    counts: texts('在世的一级、二级持证残疾人', 'Persons alive with a certificate of grade 1 or 2'),
  },
  withStatus: {
    ...ofPerson,
    reading: 'distinct',
    title: texts('各类人员', 'Persons by status'),
    counts: texts(
      '统计日处于某一状态的在世的人，如低保、就业、在校',
      'Persons alive who have a status on the day: on the allowance, employed, enrolled',
    ),
    dimensions: { ...ofPerson.dimensions, status: { title: texts('状态', 'Status'), field: 'persons.status.kind' } },
  },
  households: {
    ...ofHousehold,
    title: texts('残疾人家庭', 'Households'),
    counts: texts('登记的家庭', 'Households of the register'),
  },
  multiDisabledHouseholds: {
    ...ofHousehold,
    past: 'recorded',
    title: texts('一户多残家庭', 'Households with several disabled members'),
    counts: texts('有两名以上持证残疾人的家庭', 'Households with two or more certified members'),
  },
  agedCaringHouseholds: {
    ...ofHousehold,
    past: 'recorded',
    title: texts('老残一体家庭', 'Households where the aged care for the disabled'),
    counts: texts('由老年人照料残疾人的家庭', 'Households where the aged care for the disabled'),
  },
})
