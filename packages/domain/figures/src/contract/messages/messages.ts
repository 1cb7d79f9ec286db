import { defineMessages } from '@opendpf/messages'
import { en } from './en.js'
import { enPages } from './en-pages.js'
import { zh } from './zh.js'
import { zhPages } from './zh-pages.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({ 'zh-CN': { ...zh, ...zhPages }, en: { ...en, ...enPages } })
