import type { DivisionNode } from '../divisions/division-index.js'

const towns = [
  '城关镇',
  '石桥镇',
  '柳林镇',
  '西坡乡',
  '东河乡',
  '北岭镇',
  '南湖镇',
  '白马镇',
  '龙泉乡',
  '青峰镇',
  '双河镇',
]
const villages = ['柳树村', '前进村', '新民村', '河湾社区']

/** A synthetic county. */
export const fakeDivisions: readonly DivisionNode[] = [
  { code: '990121000000', name: '青山县', level: 'county', parent: '990100000000' },
  ...towns.flatMap((name, index): DivisionNode[] => {
    const town = `990121${String(101 + index)}`
    return [
      { code: `${town}000`, name, level: 'town', parent: '990121000000' },
      ...villages.map(
        (village, place): DivisionNode => ({
          code: `${town}${String(201 + place)}`,
          name: village,
          level: 'village',
          parent: `${town}000`,
        }),
      ),
    ]
  }),
]
