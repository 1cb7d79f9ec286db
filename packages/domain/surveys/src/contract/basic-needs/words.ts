import { texts } from '@opendpf/messages'
import type { Choice, Effect, Question } from '../form/index.js'

/** A choice in one line: `option('1', '按比例就业', 'Under the quota')`. */
export const option = (code: string, zh: string, en: string, more: Pick<Choice, 'alone'> = {}): Choice => ({
  code,
  text: texts(zh, en),
  ...more,
})

/** A question in one line, within a group. */
export const inGroup =
  (group: string) =>
  (code: string, zh: string, en: string, more: Omit<Question, 'code' | 'group' | 'text'>): Question => ({
    code,
    group,
    text: texts(zh, en),
    ...more,
  })

/** A status that holds for these answers and, where it is a question of yes or no, does not for the others. */
export const says = (
  status: Extract<Effect, { status: string }>['status'],
  yes: readonly string[],
  no: readonly string[] = [],
): readonly Effect[] => [
  { when: yes, status, holds: true },
  ...(no.length > 0 ? [{ when: no, status, holds: false }] : []),
]
