import { defineMessages } from '@opendpf/messages'
import { en } from './en.js'
import { enAdmin } from './en-admin.js'
import { zh } from './zh.js'
import { zhAdmin } from './zh-admin.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({ 'zh-CN': { ...zh, ...zhAdmin }, en: { ...en, ...enAdmin } })
