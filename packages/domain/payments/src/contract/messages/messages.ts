import { defineMessages } from '@opendpf/messages'
import { adminEn } from './admin-en.js'
import { adminZh } from './admin-zh.js'
import { en } from './en.js'
import { fileEn } from './file-en.js'
import { fileZh } from './file-zh.js'
import { recoveryEn } from './recovery-en.js'
import { recoveryZh } from './recovery-zh.js'
import { zh } from './zh.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({
  'zh-CN': { ...zh, ...fileZh, ...recoveryZh, ...adminZh },
  en: { ...en, ...fileEn, ...recoveryEn, ...adminEn },
})
