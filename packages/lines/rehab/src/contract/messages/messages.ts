import { defineMessages } from '@opendpf/messages'
import { clientEn } from './client-en.js'
import { clientZh } from './client-zh.js'
import { deviceEn } from './device-en.js'
import { deviceZh } from './device-zh.js'
import { en } from './en.js'
import { mentalEn } from './mental-en.js'
import { mentalZh } from './mental-zh.js'
import { networkEn } from './network-en.js'
import { networkZh } from './network-zh.js'
import { reliefEn } from './relief-en.js'
import { reliefZh } from './relief-zh.js'
import { sightEn } from './sight-en.js'
import { sightZh } from './sight-zh.js'
import { trainingEn } from './training-en.js'
import { trainingZh } from './training-zh.js'
import { zh } from './zh.js'

/** All texts of the line, in both languages. */
export const messages = defineMessages({
  'zh-CN': { ...zh, ...clientZh, ...sightZh, ...deviceZh, ...trainingZh, ...reliefZh, ...mentalZh, ...networkZh },
  en: { ...en, ...clientEn, ...sightEn, ...deviceEn, ...trainingEn, ...reliefEn, ...mentalEn, ...networkEn },
})
