/** The programmes of this line by their own names, as rules of overlap, figures and messages tell them apart. */
export const ownProgrammes = [
  { code: 'living', zh: '困难残疾人生活补贴', en: 'Living subsidy' },
  { code: 'nursing', zh: '重度残疾人护理补贴', en: 'Nursing subsidy' },
  { code: 'temporaryRelief', zh: '临时救助', en: 'Temporary relief' },
  { code: 'localLiving', zh: '地方生活补助', en: 'Local living subsidy' },
  { code: 'specialSubsidy', zh: '特殊困难定额补助', en: 'Special subsidy' },
  { code: 'homeCare', zh: '居家托养补贴', en: 'Home-care subsidy' },
  { code: 'medicalPremium', zh: '代缴居民医疗保险费', en: 'Medical insurance premium' },
  { code: 'pensionPremium', zh: '代缴居民养老保险费', en: 'Pension insurance premium' },
  { code: 'wheelchairFuel', zh: '机动轮椅车燃油补贴', en: 'Fuel subsidy for motorised wheelchairs' },
  { code: 'busPass', zh: '免费乘车证', en: 'Free bus pass' },
] as const
