/** What is held again and again over a year. */
export interface Held {
  readonly title: string
  readonly kind: string
  /** `MM-DD` of the first day in each year. */
  readonly days: readonly string[]
  readonly sessions: number
  /** How many take part, of a county of 1200 holders. */
  readonly size: number
  readonly occasion?: string
  /** Who they are: holders or others, by name, or a head count. */
  readonly who: 'holders' | 'children' | 'others' | 'heads'
}

/** What the county holds in a year, besides what towns hold on their own. */
export const yearOfActivities: readonly Held[] = [
  ...['盲人保健按摩', '电子商务', '家政服务', '手工编织', '面点制作', '农机维修', '直播带货'].map(
    (topic, index): Held => ({
      title: `${topic}培训班`,
      kind: 'activities.training',
      days: [['03-16', '04-13', '05-25', '06-22', '09-14', '10-19', '12-07'][index] ?? '10-12'],
      sessions: 3,
      size: 30,
      who: 'holders',
    }),
  ),
  {
    title: '康复技术人员培训班',
    kind: 'rehab.technicianTraining',
    days: ['04-20', '10-26'],
    sessions: 1,
    size: 36,
    who: 'others',
  },
  {
    title: '残疾儿童家长培训班',
    kind: 'rehab.parentTraining',
    days: ['05-18', '11-02'],
    sessions: 1,
    size: 14,
    who: 'others',
  },
  {
    title: '送技术下乡服务',
    kind: 'activities.onSite',
    days: ['03-10', '04-21', '06-09', '07-14', '09-22', '11-10'],
    sessions: 1,
    size: 45,
    who: 'heads',
  },
  {
    title: '助残日主题宣传活动',
    kind: 'activities.publicity',
    days: ['05-17'],
    sessions: 1,
    size: 260,
    occasion: 'helping-day',
    who: 'heads',
  },
  {
    title: '爱耳日宣传活动',
    kind: 'activities.publicity',
    days: ['03-03'],
    sessions: 1,
    size: 120,
    occasion: 'ear-day',
    who: 'heads',
  },
  {
    title: '残疾预防日宣传活动',
    kind: 'rehab.preventionDay',
    days: ['08-25'],
    sessions: 1,
    size: 150,
    occasion: 'prevention-day',
    who: 'heads',
  },
  {
    title: '爱眼日筛查',
    kind: 'rehab.screening',
    days: ['06-06'],
    sessions: 1,
    size: 80,
    occasion: 'eye-day',
    who: 'heads',
  },
  {
    title: '康复义诊',
    kind: 'activities.outreach',
    days: ['04-08', '05-12', '09-16', '10-21'],
    sessions: 1,
    size: 55,
    who: 'heads',
  },
  {
    title: '残疾人文艺汇演',
    kind: 'activities.sports',
    days: ['05-15'],
    sessions: 1,
    size: 40,
    occasion: 'helping-day',
    who: 'holders',
  },
  {
    title: '特奥趣味运动会',
    kind: 'activities.sports',
    days: ['07-20'],
    sessions: 1,
    size: 24,
    occasion: 'special-olympics-day',
    who: 'children',
  },
  {
    title: '残疾人健身展示',
    kind: 'activities.sports',
    days: ['08-11'],
    sessions: 1,
    size: 30,
    occasion: 'physical-day',
    who: 'holders',
  },
  { title: '读书分享会', kind: 'activities.sports', days: ['04-23', '09-28'], sessions: 1, size: 25, who: 'holders' },
  {
    title: '春节走访慰问',
    kind: 'activities.comfort',
    days: ['01-22'],
    sessions: 2,
    size: 48,
    occasion: 'spring-festival',
    who: 'holders',
  },
  {
    title: '中心组学法',
    kind: 'activities.study',
    days: ['02-24', '04-16', '06-18', '08-20', '10-15', '12-04'],
    sessions: 1,
    size: 18,
    who: 'heads',
  },
  { title: '残工委全体会议', kind: 'activities.meeting', days: ['03-26'], sessions: 1, size: 32, who: 'heads' },
]
