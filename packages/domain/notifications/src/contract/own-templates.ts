import { texts } from '@opendpf/messages'
import { notificationTemplates } from './template.js'

const placeholders = {
  record: texts('办理事项', 'What is dealt with'),
  title: texts('对象', 'Whom or what it is about'),
  clock: texts('期限名称', 'Name of the period'),
  day: texts('到期日', 'Last day'),
} as const

/** What the engine itself tells of every record with clocks: to whoever can take the step that is waited for. */
export const ownTemplates = notificationTemplates({
  deadlineMissed: {
    title: texts('期限已超过', 'A period was not kept'),
    on: { event: 'system.deadline.missed' },
    to: ['owner'],
    placeholders,
    subject: texts('{{record}}已超过期限', '{{record}}: a period was not kept'),
    text: texts(
      '“{{title}}”的{{record}}，{{clock}}应于{{day}}前完成，现已超过期限，请尽快办理。',
      '{{record}} of “{{title}}”: the period “{{clock}}” ended on {{day}} and was not kept. Please act on it.',
    ),
  },
  deadlineApproaching: {
    title: texts('期限即将届满', 'A period ends soon'),
    on: { event: 'system.deadline.approaching' },
    to: ['owner'],
    placeholders,
    subject: texts('{{record}}的期限即将届满', '{{record}}: a period ends soon'),
    text: texts(
      '“{{title}}”的{{record}}，{{clock}}将于{{day}}届满，请按期办理。',
      '{{record}} of “{{title}}”: the period “{{clock}}” ends on {{day}}.',
    ),
  },
})
