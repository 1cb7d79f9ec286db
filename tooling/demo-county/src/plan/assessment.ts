/** How points follow from a result, and the result that brings all of them. */
interface Measure {
  readonly unit: 'percent' | 'station' | 'session' | 'item'
  readonly target: { readonly kind: 'rate' | 'at-least'; readonly value: number } | { readonly kind: 'yes-no' }
  readonly scoring: { readonly rule: 'full' | 'proportional' }
  readonly indicator?: string
  readonly filters?: Record<string, string[]>
  /** The result by hand, where no indicator counts it. */
  readonly value?: number
}

/** One criterion of the made-up assessment. */
export interface DemoCriterion extends Measure {
  readonly number: string
  readonly title: string
  readonly standard: string
  readonly points: number
  readonly owner: string
  readonly evidenceKind: string
  /** What is weak about it, and what is done about that. */
  readonly remedy?: { readonly weakness: string; readonly measure: string }
}

/** An assessment that the made-up county strives to pass. */
export interface DemoAssessment {
  readonly title: string
  readonly standard: string
  readonly issuer: string
  readonly totalPoints: number
  readonly passMark: number
  readonly chapters: readonly {
    readonly title: string
    readonly points: number
    readonly criteria: readonly DemoCriterion[]
  }[]
}

const share = (value: number, indicator: string): Measure => ({
  unit: 'percent',
  target: { kind: 'rate', value },
  scoring: { rule: 'proportional' },
  indicator,
})

/** At least so many of one kind. */
const counted = (
  unit: 'station' | 'session',
  value: number,
  { indicator, kind }: { readonly indicator: string; readonly kind: string },
): Measure => ({
  unit,
  target: { kind: 'at-least', value },
  scoring: { rule: 'proportional' },
  indicator,
  filters: { kind: [kind] },
})

/** The made-up county strives to be a model of rehabilitation; standard, points and marks are made up as well. */
export const demoAssessment: DemoAssessment = {
  title: '创建残疾人康复服务示范县',
  standard: '残疾人康复服务示范县评定标准（演示）',
  issuer: '示范市残疾人联合会',
  totalPoints: 100,
  passMark: 85,
  chapters: [
    {
      title: '康复服务',
      points: 50,
      criteria: [
        {
          ...share(85, 'rehab.coverage'),
          number: '1.1',
          title: '康复服务覆盖率',
          standard: '有康复需求的持证残疾人和残疾儿童得到康复服务的比例达到 85%',
          points: 20,
          owner: '康复股',
          evidenceKind: '康复服务记录',
        },
        {
          ...share(90, 'rehab.filedShare'),
          number: '1.2',
          title: '康复服务对象建档率',
          standard: '康复服务对象一人一档，建档率达到 90%',
          points: 10,
          owner: '康复股',
          evidenceKind: '康复档案',
        },
        {
          ...share(80, 'rehab.cataractOperatedShare'),
          number: '1.3',
          title: '白内障患者手术率',
          standard: '筛查发现、适合手术的白内障患者手术率达到 80%',
          points: 10,
          owner: '康复股',
          evidenceKind: '筛查和手术登记',
        },
        {
          ...share(95, 'rehab.guardianshipRate'),
          number: '1.4',
          title: '精神障碍患者监护率',
          standard: '精神障碍患者监护率达到 95%',
          points: 10,
          owner: '康复股',
          evidenceKind: '监护登记',
          remedy: {
            weakness: '部分外出务工家庭的监护人尚未落实',
            measure: '由村（社区）专职委员逐户联系，落实委托监护并登记',
          },
        },
      ],
    },
    {
      title: '服务网络',
      points: 30,
      criteria: [
        {
          ...share(60, 'rehab.villagesShare'),
          number: '2.1',
          title: '村（社区）康复站点覆盖率',
          standard: '设有康复站点的村（社区）达到 60%',
          points: 15,
          owner: '康复股',
          evidenceKind: '站点登记和照片',
          remedy: {
            weakness: '边远村站点偏少',
            measure: '会同卫生院在边远村设立流动服务点，明年上半年前新建 20 个村级站',
          },
        },
        {
          ...counted('station', 18, { indicator: 'rehab.stations', kind: 'guidance-station' }),
          number: '2.2',
          title: '乡镇康复指导站',
          standard: '每个乡镇（街道）有一个康复指导站',
          points: 15,
          owner: '康复股',
          evidenceKind: '站点登记',
        },
      ],
    },
    {
      title: '组织保障',
      points: 20,
      criteria: [
        {
          unit: 'item',
          target: { kind: 'yes-no' },
          scoring: { rule: 'full' },
          value: 1,
          number: '3.1',
          title: '创建工作领导小组',
          standard: '县政府成立创建工作领导小组，印发实施方案',
          points: 10,
          owner: '办公室',
          evidenceKind: '文件',
        },
        {
          ...counted('session', 2, { indicator: 'rehab.rehabSessions', kind: 'rehab.technicianTraining' }),
          number: '3.2',
          title: '康复人员培训',
          standard: '每年举办康复人员培训两期以上',
          points: 10,
          owner: '康复股',
          evidenceKind: '培训签到表',
        },
      ],
    },
  ],
}
