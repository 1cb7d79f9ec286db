import { defineMessages } from '@opendpf/messages'
import { en } from './en.js'
import { zh } from './zh.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({ 'zh-CN': zh, en })
