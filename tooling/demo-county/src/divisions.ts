/** One division of the made-up county. */
export interface DemoDivision {
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'prefecture' | 'county' | 'town' | 'village'
}

export const countyCode = '990121000000'

// the seventh digit tells the kind: 0 subdistrict, 1 town, 2 township (GB/T 10114)
const towns: readonly (readonly [string, string])[] = [
  ['001', '城关街道'], ['002', '东关街道'], ['003', '西苑街道'],
  ['100', '石桥镇'], ['101', '柳林镇'], ['102', '南湖镇'], ['103', '北山镇'], ['104', '白沙镇'], ['105', '马家营镇'], ['106', '青龙镇'], ['107', '双河镇'], ['108', '金泉镇'],
  ['200', '清水乡'], ['201', '西坡乡'], ['202', '大岭乡'], ['203', '红石乡'], ['204', '云台乡'], ['205', '桃园回族乡'],
]

const directions = ['上', '下', '东', '西', '南', '北', '前', '后', '中', '新']
const features = ['河', '庄', '坡', '沟', '湾', '岭', '桥', '坪', '寨', '井']
const streets = ['东街', '西街', '南街', '北街', '人民路', '文化路', '建设路', '和平里', '幸福里', '团结巷', '新华路', '学府路', '滨河路', '光明里', '解放路', '站前路', '公园路']

/** Of the villages, how many go to a subdistrict, a town and a township: 3 × 16 + 9 × 18 + 6 × 15 = 300. */
const villagesOf = { '0': 16, '1': 18, '2': 15 } as const

function villagesIn(town: string, code: string): readonly DemoDivision[] {
  const kind = town[0] as keyof typeof villagesOf
  return Array.from({ length: villagesOf[kind] }, (_, index) => {
    // residents' committees count from 001, villagers' committees from 201
    const number = kind === '0' ? index + 1 : index + 201
    const name = kind === '0' ? `${streets[index]}社区` : `${directions[Math.floor(index / 10) + (index % 10 < 5 ? 0 : 2)]}${features[index % 10]}村`
    return { code: `${code.slice(0, 9)}${String(number).padStart(3, '0')}`, name, level: 'village' }
  })
}

/** Every division of the county: 18 towns, 300 villages. Province 99 is not allocated (GB/T 2260), so no code is a real one. */
export const demoDivisions: readonly DemoDivision[] = [
  { code: '990000000000', name: '示范省', level: 'province' },
  { code: '990100000000', name: '示范市', level: 'prefecture' },
  { code: countyCode, name: '示范县', level: 'county' },
  ...towns.flatMap(([town, name]): readonly DemoDivision[] => {
    const code = `990121${town}000`
    return [{ code, name, level: 'town' }, ...villagesIn(town, code)]
  }),
]

export const demoTowns = demoDivisions.filter(({ level }) => level === 'town')
export const demoVillages = demoDivisions.filter(({ level }) => level === 'village')

/** The name of the town a village lies in. */
export function townNameOf(village: string): string {
  return demoTowns.find(({ code }) => code.slice(0, 9) === village.slice(0, 9))?.name ?? ''
}
