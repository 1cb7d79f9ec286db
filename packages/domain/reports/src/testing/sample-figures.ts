import type { ReportedItem, ReportFigures } from '../contract/index.js'

const item: ReportedItem = {
  number: '1.1',
  title: '职业技能培训',
  section: 's1',
  unit: 'person',
  unitWord: null,
  target: { kind: 'at-least', value: 300 },
  value: 312,
  unknownReason: null,
  share: 1.04,
  light: 'kept',
  owner: '就业股',
  figure: {
    indicator: 'training.attendances',
    filters: {},
    division: '990121000000',
    from: '2026-01-01',
    to: '2026-12-31',
  },
}

/** Figures of three items: one that is kept, one that is missed, and one that nobody knows. */
export function sampleFigures(more: readonly Partial<ReportedItem>[] = []): ReportFigures {
  const items: readonly ReportedItem[] = [
    item,
    {
      ...item,
      number: '1.2',
      title: '托养入住',
      value: 31,
      share: 0.62,
      light: 'missed',
      target: { kind: 'at-least', value: 50 },
      figure: null,
    },
    {
      ...item,
      number: '2.1',
      title: '就业率',
      section: null,
      unit: 'percent',
      target: { kind: 'rate', value: 98 },
      value: null,
      unknownReason: '尚未统计',
      share: null,
      light: 'unknown',
      figure: null,
    },
    ...more.map((one) => ({ ...item, ...one })),
  ]
  return {
    day: '2026-12-31',
    takenAt: '2026-12-31T08:00:00Z',
    place: '示范县',
    plan: { title: '示范县2026年残疾人工作计划', firstYear: 2026, lastYear: 2026, goals: '为民解困' },
    sections: [{ id: 's1', title: '一、就业和托养' }],
    items: [...items],
    towns: [
      { code: '990121100000', name: '石桥镇' },
      { code: '990121001000', name: '城关街道' },
      { code: '990121101000', name: '柳树乡' },
    ],
    statistics: [
      { item: '1.1', addsUp: true, values: [3, 300, 9], total: 312 },
      { item: '1.2', addsUp: true, values: [10, null, 21], total: 31 },
      { item: '2.1', addsUp: false, values: [2, 98, null], total: null },
    ],
  }
}
