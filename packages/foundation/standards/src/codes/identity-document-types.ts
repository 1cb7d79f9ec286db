import { defineCodeList } from './code-list.js'

/** Documents by which a person is known. The codes are ours; the first four carry an 18-character number. */
export const identityDocumentTypes = defineCodeList({
  id: 'identity-document-type',
  zh: '证件类型',
  en: 'Identity document',
  source: 'OpenDPF',
  entries: [
    { code: 'resident-id', zh: '居民身份证', en: 'Resident ID', aliases: ['身份证', '二代身份证', '公民身份号码'] },
    {
      code: 'hk-macao-residence-permit',
      zh: '港澳居民居住证',
      en: 'Residence permit for Hong Kong and Macao residents',
      aliases: ['香港居民居住证', '澳门居民居住证'],
    },
    { code: 'taiwan-residence-permit', zh: '台湾居民居住证', en: 'Residence permit for Taiwan residents' },
    {
      code: 'foreigner-permanent-residence-id',
      zh: '外国人永久居留身份证',
      en: 'Permanent residence ID for foreigners',
      aliases: ['外国人永久居留证'],
    },
    { code: 'passport', zh: '护照', en: 'Passport', aliases: ['普通护照', '外国护照'] },
    {
      code: 'disabled-soldier-certificate',
      zh: '残疾军人证',
      en: 'Disabled soldier certificate',
      aliases: ['伤残军人证'],
    },
    { code: 'household-book', zh: '居民户口簿', en: 'Household book', aliases: ['户口簿', '户口本', '居民户口本'] },
  ],
  ambiguous: {
    港澳台居民居住证: ['hk-macao-residence-permit', 'taiwan-residence-permit'],
  },
})

/** Code of a kind of identity document, such as `resident-id`. */
export type IdentityDocumentType = (typeof identityDocumentTypes.codes)[number]
