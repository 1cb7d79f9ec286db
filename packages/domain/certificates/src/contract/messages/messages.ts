import { defineMessages } from '@opendpf/messages'
import { credentialEn, credentialZh } from '../credential/credential-messages.js'
import { documentsEn, documentsZh } from '../documents/document-messages.js'
import { caseEn } from './case-en.js'
import { caseZh } from './case-zh.js'
import { en } from './en.js'
import { moreEn } from './more-en.js'
import { moreZh } from './more-zh.js'
import { zh } from './zh.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({
  'zh-CN': { ...zh, ...caseZh, ...moreZh, ...documentsZh, ...credentialZh },
  en: { ...en, ...caseEn, ...moreEn, ...documentsEn, ...credentialEn },
})
