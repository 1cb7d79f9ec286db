import { defineCodeList } from './code-list.js'

/** Kind of household register, as the survey form codes it; provinces that dropped the distinction write 3. */
export const householdTypes = defineCodeList({
  id: 'household-type',
  zh: '户口性质',
  en: 'Household type',
  source: '全国残疾人基本服务状况和需求调查表',
  optionalEndings: ['户口'],
  entries: [
    { code: '1', zh: '农业户口', en: 'Agricultural', aliases: ['农业家庭户口', '农业户', '农村户口', '农户'] },
    {
      code: '2',
      zh: '非农业户口',
      en: 'Non-agricultural',
      aliases: ['非农', '非农户口', '非农业家庭户口', '城镇户口', '非农业户'],
    },
    { code: '3', zh: '居民户口', en: 'Resident', aliases: ['居民户', '居民家庭户口', '统一居民户口'] },
  ],
})

/** `1` agricultural, `2` non-agricultural, `3` resident. */
export type HouseholdType = (typeof householdTypes.codes)[number]
