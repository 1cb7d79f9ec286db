import { defineMessages } from '@opendpf/messages'
import { clientEn } from './client-en.js'
import { clientZh } from './client-zh.js'
import { en } from './en.js'
import { zh } from './zh.js'

/** All texts of the line, in both languages. */
export const messages = defineMessages({
  'zh-CN': { ...zh, ...clientZh },
  en: { ...en, ...clientEn },
})
