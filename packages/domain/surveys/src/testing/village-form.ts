import { texts } from '@opendpf/messages'
import type { Form } from '../contract/index.js'

const named = (text: string) => texts(`${text}题`, `Question ${text}`)

/** A short questionnaire for villages: one question that skips, a number, and one of several choices. */
export const villageForm: Form = {
  about: 'village',
  groups: [{ code: 'g', title: named('设施') }],
  questions: [
    { code: 'station', group: 'g', text: named('康复站'), kind: 'yes-no' },
    {
      code: 'days',
      group: 'g',
      text: named('开放天数'),
      kind: 'number',
      min: 0,
      max: 7,
      unit: texts('天', 'days'),
      showWhen: { question: 'station', is: ['yes'] },
    },
    {
      code: 'built',
      group: 'g',
      text: named('无障碍'),
      kind: 'several',
      choices: [
        { code: 'ramp', text: named('坡道') },
        { code: 'toilet', text: named('卫生间') },
        { code: 'none', text: named('没有'), alone: true },
      ],
    },
  ],
  checks: [],
}
