import { defineMessages } from '@opendpf/messages'
import { en } from './en.js'
import { fileEn } from './file-en.js'
import { fileZh } from './file-zh.js'
import { zh } from './zh.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({ 'zh-CN': { ...zh, ...fileZh }, en: { ...en, ...fileEn } })
