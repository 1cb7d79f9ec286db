import { texts } from '@opendpf/messages'
import type { Form } from '../contract/index.js'

const named = (text: string) => texts(`${text}题`, `Question ${text}`)

/** A short questionnaire with one question of skipping, one of a status, one of needs, and one for old people alone. */
export const shortForm: Form = {
  groups: [{ code: 'g', title: named('全部') }],
  questions: [
    {
      code: 'employed',
      group: 'g',
      text: named('就业'),
      kind: 'yes-no',
      effects: [
        { when: ['yes'], status: 'employed', holds: true },
        { when: ['no'], status: 'employed', holds: false },
      ],
    },
    {
      code: 'reason',
      group: 'g',
      text: named('原因'),
      kind: 'text',
      max: 50,
      showWhen: { question: 'employed', is: ['no'] },
    },
    {
      code: 'needs',
      group: 'g',
      text: named('需求'),
      kind: 'several',
      choices: [
        { code: '1', text: named('康复') },
        { code: '2', text: named('辅具') },
        { code: '0', text: named('没有'), alone: true },
      ],
      effects: [
        { when: ['1'], need: 'rehabilitation' },
        { when: ['2'], need: 'device', urgent: true },
      ],
    },
    {
      code: 'phone',
      group: 'g',
      text: named('电话'),
      kind: 'text',
      min: 7,
      max: 20,
      optional: true,
      effects: [{ contact: 'phone' }],
    },
    { code: 'old', group: 'g', text: named('老人'), kind: 'yes-no', showWhen: { fact: 'age', from: 60 } },
  ],
  checks: [],
}
