import { certificateEvents } from '@opendpf/certificates'
import { choice, defineModule, defineRecord, reference, text } from '@opendpf/kit'
import { type EventHandler, implementModule } from '@opendpf/kit/server'

const task = defineRecord({
  fields: { person: reference('persons.person'), why: choice(['cancelled', 'frozen', 'gradeChanged']), of: text() },
  scope: { from: 'person' },
  title: 'why',
  list: { columns: ['why', 'person'], orders: ['why'] },
})

/** A service line as small as it can be: what it grants is looked at again when something happens to a certificate. */
export const reviews = defineModule({
  id: 'reviews',
  records: { task },
  messages: {
    'zh-CN': {
      title: '资格复核',
      task: '复核任务',
      'task.person': '服务对象',
      'task.why': '原因',
      'task.why.cancelled': '注销',
      'task.why.frozen': '冻结',
      'task.why.gradeChanged': '变更',
      'task.of': '残疾人证',
    },
    en: {
      title: 'Reviews',
      task: 'Task',
      'task.person': 'Person',
      'task.why': 'Reason',
      'task.why.cancelled': 'Cancelled',
      'task.why.frozen': 'Frozen',
      'task.why.gradeChanged': 'Changed',
      'task.of': 'Certificate',
    },
  },
})

const looks = ['cancelled', 'frozen', 'gradeChanged'] as const

const lookAgain = (why: (typeof looks)[number]): EventHandler => {
  const payload = certificateEvents[`certificate.${why}`]
  return async (event, { write }) => {
    const { id, person } = payload.parse(event.payload)
    await write.create(reviews.records.task, { person, why, of: id })
  }
}

export const reviewsServer = implementModule(reviews, {
  migrations: {
    '0001_init': ({ createRecord }) =>
      createRecord('reviews_task', {
        scope: 'division',
        columns: { person: 'text', why: 'text', of: 'text' },
        orders: ['why'],
        indexes: ['person'],
      }),
  },
  on: Object.fromEntries(looks.map((why) => [`certificates.certificate.${why}`, lookAgain(why)])),
})
