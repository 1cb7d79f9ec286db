import { texts } from '@opendpf/messages'
import { notificationTemplates } from '@opendpf/notifications'

/** What those who decide objections are told: that a notice closes, and what is still open. */
export const noticeTemplates = notificationTemplates({
  closing: {
    title: texts('公示即将期满', 'A notice closes soon'),
    on: 'daily',
    to: ['owner'],
    placeholders: {
      title: texts('公示名称', 'Name of the notice'),
      day: texts('最后一日', 'Last day'),
      open: texts('未处理的异议件数', 'Objections that are open'),
    },
    subject: texts('公示即将期满', 'A notice closes soon'),
    text: texts(
      '“{{title}}”公示至{{day}}，未处理的异议 {{open}} 件。',
      '“{{title}}” is posted until {{day}}. Open objections: {{open}}.',
    ),
  },
})
