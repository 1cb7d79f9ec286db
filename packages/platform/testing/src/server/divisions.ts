const division = (code: string, name: string, level: string) => ({ code, name, level, isSynthetic: true })

/** The demo county and a neighbour, small: two towns with two villages each, and one of each next door. */
export const testDivisions = [
  division('990000000000', '示范省', 'province'),
  division('990100000000', '示范市', 'prefecture'),
  division('990121000000', '示范县', 'county'),
  division('990121001000', '城关街道', 'town'),
  division('990121001001', '东街社区', 'village'),
  division('990121001002', '西街社区', 'village'),
  division('990121100000', '石桥镇', 'town'),
  division('990121100201', '上河村', 'village'),
  division('990121100202', '下河村', 'village'),
  division('990122000000', '邻县', 'county'),
  division('990122100000', '南湖镇', 'town'),
  division('990122100201', '湖东村', 'village'),
] as const

/** Codes of those divisions by what tests need of them. */
export const places = {
  county: '990121000000',
  town: '990121100000',
  village: '990121100201',
  otherVillage: '990121100202',
  otherTown: '990121001000',
  streetVillage: '990121001001',
  quietVillage: '990121001002',
  neighbour: '990122000000',
  neighbourVillage: '990122100201',
} as const
