import { defineMessages } from '@opendpf/messages'

/** All texts of the module, in both languages. */
export const messages = defineMessages({
  'zh-CN': { title: '扶贫与社会保障' },
  en: { title: 'Poverty relief and social security' },
})
