import { type Indicator, indicators, personDimensions } from '@opendpf/figures'
import { texts } from '@opendpf/messages'

const ofReferral = {
  kind: 'flow',
  unit: 'case',
  reading: 'count',
  lists: 'poverty-relief.referral',
  dateMeans: texts('转介日期', 'The day of the referral'),
  dateField: 'sentOn',
  dimensions: {
    ...personDimensions,
    matter: { title: texts('转介事项', 'Matter'), field: 'poverty-relief.referral.matter' },
  },
  version: 1,
} as const satisfies Partial<Indicator>

const yesOrNo = [
  { code: 'yes', zh: '是', en: 'Yes' },
  { code: 'no', zh: '否', en: 'No' },
] as const
/** A mark of a household; one household may bear several. */
const mark = (zh: string, en: string) => ({ title: texts(zh, en), codes: yesOrNo })

const ofMarked = {
  kind: 'stock',
  past: 'recorded',
  unit: 'household',
  reading: 'distinct',
  lists: 'persons.household',
  isPlacedAsListed: true,
  dateMeans: texts('统计日', 'The day asked about'),
  dimensions: {
    severe: mark('有重度残疾成员', 'With a severely disabled member'),
    multiDisabled: mark('一户多残', 'With several disabled members'),
    agedCaring: mark('老残一体', 'Where the aged care for the disabled'),
  },
  version: 1,
} as const satisfies Partial<Indicator>

const ofDonation = {
  kind: 'flow',
  direction: 'more',
  lists: 'funds.receipt',
  isPlacedAsListed: true,
  dateMeans: texts('收款日期', 'The day on which it was received'),
  dateField: 'receivedOn',
  dimensions: {
    donor: {
      title: texts('捐赠人', 'Donor'),
      codes: [
        { code: 'organisation', zh: '单位', en: 'Organisation' },
        { code: 'person', zh: '个人', en: 'Person' },
      ],
    },
  },
  version: 1,
} as const satisfies Partial<Indicator>

/** What others do beside the federation, and households that nobody may overlook. */
export const supportIndicators = indicators({
  referrals: {
    ...ofReferral,
    title: texts('部门转介件数', 'Referrals to departments'),
    counts: texts('转介到其他部门的事项，撤回的不计', 'Referrals sent, but for those that were withdrawn'),
  },
  referralsAnswered: {
    ...ofReferral,
    direction: 'more',
    title: texts('已答复的部门转介', 'Referrals answered'),
    counts: texts('转介中已有部门答复的', 'Referrals of the period that their departments have answered'),
  },
  referralsAnsweredShare: {
    kind: 'flow',
    unit: 'percent',
    reading: 'ratio',
    direction: 'more',
    title: texts('部门转介答复率', 'Share of referrals answered'),
    counts: texts('转介中已有部门答复的', 'Referrals that their departments have answered'),
    of: texts('转介到其他部门的事项', 'Referrals sent'),
    dateMeans: ofReferral.dateMeans,
    part: 'referralsAnswered',
    whole: 'referrals',
    version: 1,
  },
  specialHouseholds: {
    ...ofMarked,
    title: texts('特殊困难类型家庭', 'Households of special kinds'),
    counts: texts(
      '有重度残疾成员、一户多残或老残一体的家庭，每户只计一次',
      'Households with a severely disabled member, several disabled ones, or cared for by the aged; each once',
    ),
  },
  specialHouseholdsCovered: {
    ...ofMarked,
    direction: 'more',
    title: texts('享受待遇的特殊困难类型家庭', 'Households of special kinds with a benefit'),
    counts: texts(
      '其中当日所在月份有成员在册享受救助或补贴的',
      'Those of which a member receives relief or a subsidy in the month of the day',
    ),
  },
  specialHouseholdsShare: {
    kind: 'stock',
    unit: 'percent',
    reading: 'ratio',
    direction: 'more',
    title: texts('特殊困难类型家庭待遇覆盖率', 'Share of such households with a benefit'),
    counts: texts('有成员享受救助或补贴的', 'Those of which a member receives relief or a subsidy'),
    of: texts('特殊困难类型家庭', 'Households of special kinds'),
    dateMeans: ofMarked.dateMeans,
    part: 'specialHouseholdsCovered',
    whole: 'specialHouseholds',
    version: 1,
  },
  donations: {
    ...ofDonation,
    title: texts('社会捐赠笔数', 'Donations'),
    counts: texts('已经收款的捐赠', 'Donations whose money was received'),
    unit: 'item',
    reading: 'count',
  },
  donationSum: {
    ...ofDonation,
    title: texts('社会捐赠金额', 'Sum of donations'),
    counts: texts('已经收款的捐赠金额', 'Money of donations that was received'),
    unit: 'fen',
    reading: 'sum',
  },
})
