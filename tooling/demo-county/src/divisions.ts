/** One division of the made-up county. */
export interface DemoDivision {
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'prefecture' | 'county' | 'town' | 'village'
  readonly parent: string | null
}

export const countyCode = '990121000000'

// the seventh digit tells the kind: 0 subdistrict, 1 town, 2 township (GB/T 10114)
const towns: readonly (readonly [digits: string, name: string])[] = [
  ['001', '城关街道'],
  ['002', '东关街道'],
  ['003', '西苑街道'],
  ['100', '石桥镇'],
  ['101', '城关镇'],
  ['102', '南湖镇'],
  ['103', '北山镇'],
  ['104', '柳林镇'],
  ['105', '马家营镇'],
  ['106', '青龙镇'],
  ['107', '双河镇'],
  ['108', '金泉镇'],
  ['200', '清水乡'],
  ['201', '西坡乡'],
  ['202', '大岭乡'],
  ['203', '红石乡'],
  ['204', '云台乡'],
  ['205', '桃园回族乡'],
]

const directions = ['上', '下', '东', '西']
const features = ['河', '庄', '坡', '沟']
/** The villages that every town has, as in a real county: a name alone does not say which. */
const villageNames = features.flatMap((feature) => directions.map((direction) => `${direction}${feature}村`))
const communityNames = ['东街社区', '西街社区', '文庙社区', '人民路社区']

/** The communities and villages of a town: 18 × 16 villages and 3 × 4 communities are 300. */
function villagesIn(code: string): readonly DemoDivision[] {
  const make = (number: number, name: string): DemoDivision => ({
    code: `${code.slice(0, 9)}${String(number).padStart(3, '0')}`,
    name,
    level: 'village',
    parent: code,
  })
  // residents' committees count from 001, villagers' committees from 201
  const communities = code[6] === '0' ? communityNames.map((name, index) => make(index + 1, name)) : []
  return [...communities, ...villageNames.map((name, index) => make(index + 201, name))]
}

/** Every division of the county: 18 towns, 300 villages. Province 99 is not allocated (GB/T 2260), so no code is a real one. */
export const demoDivisions: readonly DemoDivision[] = [
  { code: '990000000000', name: '示范省', level: 'province', parent: null },
  { code: '990100000000', name: '示范市', level: 'prefecture', parent: '990000000000' },
  { code: countyCode, name: '示范县', level: 'county', parent: '990100000000' },
  ...towns.flatMap(([digits, name]): readonly DemoDivision[] => {
    const code = `990121${digits}000`
    return [{ code, name, level: 'town', parent: countyCode }, ...villagesIn(code)]
  }),
]

export const demoTowns = demoDivisions.filter(({ level }) => level === 'town')
export const demoVillages = demoDivisions.filter(({ level }) => level === 'village')

/** The name of the town a village lies in. */
export function townNameOf(village: string): string {
  return demoTowns.find(({ code }) => code.slice(0, 9) === village.slice(0, 9))?.name ?? ''
}
