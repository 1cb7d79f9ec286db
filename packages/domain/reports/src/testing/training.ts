import { figures, indicators } from '@opendpf/figures'
import { measures } from '@opendpf/figures/reading'
import { date, defineModule, defineRecord, division, text } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'
import { sql } from 'kysely'

const both = (words: string) => ({ 'zh-CN': words, en: words })

const attendance = defineRecord({
  fields: { person: text(), heldOn: date(), division: division() },
  scope: 'division',
  title: 'person',
  list: { columns: ['person', 'heldOn'], orders: ['heldOn'] },
})

const declared = indicators({
  attendances: {
    title: both('培训人次'),
    counts: both('参加培训'),
    dateMeans: both('培训日期'),
    kind: 'flow',
    version: 1,
    lists: 'training.attendance',
    unit: 'person-time',
    reading: 'count',
  },
})

const words = {
  title: '培训',
  attendance: '参加',
  'attendance.person': '姓名',
  'attendance.heldOn': '日期',
  'attendance.division': '地点',
} as const

/** A module for tests that counts who was trained. */
export const training = defineModule({
  id: 'training',
  records: { attendance },
  declares: { [figures.id]: declared },
  messages: { 'zh-CN': words, en: words },
})

export const trainingServer = implementModule(training, {
  migrations: {
    '0001_init': ({ createRecord }) =>
      createRecord('training_attendance', {
        scope: 'division',
        columns: { person: 'text', held_on: 'date' },
        orders: ['held_on'],
      }),
  },
  provides: {
    figures: measures(declared, {
      attendances: () => sql`select id as unit, id as row, division, held_on as date from training_attendance`,
    }),
  },
})
