import { defineMessages } from '@opendpf/messages'
import { en } from './en.js'
import { enFiles } from './en-files.js'
import { enPages } from './en-pages.js'
import { enSchemes } from './en-schemes.js'
import { zh } from './zh.js'
import { zhFiles } from './zh-files.js'
import { zhPages } from './zh-pages.js'
import { zhSchemes } from './zh-schemes.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({
  'zh-CN': { ...zh, ...zhSchemes, ...zhFiles, ...zhPages },
  en: { ...en, ...enSchemes, ...enFiles, ...enPages },
})
