import { defineMessages } from '@opendpf/messages'
import { aidEn } from './aid-en.js'
import { aidZh } from './aid-zh.js'
import { hospitalEn } from './hospital-en.js'
import { hospitalZh } from './hospital-zh.js'
import { referralEn } from './referral-en.js'
import { referralZh } from './referral-zh.js'
import { visitsEn } from './visits-en.js'
import { visitsZh } from './visits-zh.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({
  'zh-CN': { title: '扶贫与社会保障', ...aidZh, ...hospitalZh, ...visitsZh, ...referralZh },
  en: { title: 'Poverty relief and social security', ...aidEn, ...hospitalEn, ...visitsEn, ...referralEn },
})
