import { defineCodeList } from './code-list.js'

/** Sex (GB/T 2261.1). In a person's record it must agree with the citizen number. */
export const sexes = defineCodeList({
  id: 'sex',
  zh: '性别',
  en: 'Sex',
  source: 'GB/T 2261.1',
  entries: [
    { code: '0', zh: '未知的性别', en: 'Unknown', aliases: ['未知'] },
    { code: '1', zh: '男', en: 'Male', aliases: ['男性', '男的', 'M'] },
    { code: '2', zh: '女', en: 'Female', aliases: ['女性', '女的', 'F'] },
    { code: '9', zh: '未说明的性别', en: 'Not stated', aliases: ['未说明'] },
  ],
})

/** `0` unknown, `1` male, `2` female, `9` not stated. */
export type Sex = (typeof sexes.codes)[number]
