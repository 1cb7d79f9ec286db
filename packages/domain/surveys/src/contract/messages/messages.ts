import { defineMessages } from '@opendpf/messages'
import { afterEn } from './after-en.js'
import { afterZh } from './after-zh.js'
import { en } from './en.js'
import { formEn } from './form-en.js'
import { formZh } from './form-zh.js'
import { pagesEn } from './pages-en.js'
import { pagesZh } from './pages-zh.js'
import { villageEn } from './village-en.js'
import { villageZh } from './village-zh.js'
import { zh } from './zh.js'

/** All texts of the module, in both languages. */
export const messages = defineMessages({
  'zh-CN': { ...zh, ...formZh, ...pagesZh, ...afterZh, ...villageZh },
  en: { ...en, ...formEn, ...pagesEn, ...afterEn, ...villageEn },
})
