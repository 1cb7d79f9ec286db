import { figures, indicators } from '@opendpf/figures'
import { measures } from '@opendpf/figures/reading'
import { choice, date, defineModule, defineRecord, division, text } from '@opendpf/kit'
import { implementModule } from '@opendpf/kit/server'

const both = (words: string) => ({ 'zh-CN': words, en: words })

const attendance = defineRecord({
  fields: { person: text(), kind: choice(['craft', 'farming']), heldOn: date(), division: division() },
  scope: 'division',
  title: 'person',
  list: { columns: ['person', 'heldOn'], orders: ['heldOn'] },
})

const counted = {
  counts: both('参加培训'),
  dateMeans: both('培训日期'),
  kind: 'flow',
  version: 1,
  lists: 'lessons.attendance',
  dimensions: { kind: { title: both('类别'), field: 'lessons.attendance.kind' } },
} as const

const declared = indicators({
  trained: { ...counted, title: both('培训人数'), unit: 'person', reading: 'distinct' },
  attendances: { ...counted, title: both('培训人次'), unit: 'person-time', reading: 'count' },
})

const words = {
  title: '培训',
  attendance: '参加',
  'attendance.person': '姓名',
  'attendance.kind': '类别',
  'attendance.kind.craft': '手工',
  'attendance.kind.farming': '种养',
  'attendance.heldOn': '日期',
  'attendance.division': '地点',
} as const

/** A module for tests that counts people who were trained. */
export const lessons = defineModule({
  id: 'lessons',
  records: { attendance },
  declares: { [figures.id]: declared },
  messages: { 'zh-CN': words, en: words },
})

export const lessonsServer = implementModule(lessons, {
  migrations: {
    '0001_init': ({ createRecord }) =>
      createRecord('lessons_attendance', {
        scope: 'division',
        columns: { person: 'text', kind: 'text', held_on: 'date' },
        orders: ['held_on'],
      }),
  },
  provides: {
    figures: measures(declared, {
      trained: ({ db }) =>
        db
          .selectFrom('lessons_attendance')
          .select(['person as unit', 'id as row', 'division', 'held_on as date', 'kind']),
      attendances: ({ db }) =>
        db.selectFrom('lessons_attendance').select(['id as unit', 'id as row', 'division', 'held_on as date', 'kind']),
    }),
  },
})
