import { choice, code, date, defineModule, defineRecord, division, name, optional } from '@opendpf/kit'
import { type EventHandler, implementModule } from '@opendpf/kit/server'
import { disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { noticeKinds } from '../contract/index.js'
import { lineOf, putLine, withdrawLines } from '../putting/index.js'

const award = defineRecord({
  fields: {
    person: name(),
    birthDate: optional(date()),
    category: code(disabilityCategories),
    grade: code(disabilityGrades),
    division: division(),
    state: choice(['proposed', 'accepted', 'posted', 'granted', 'stopped', 'given-up']),
  },
  scope: 'division',
  title: 'person',
  list: { columns: ['person', 'state'], filters: ['state'], orders: ['person'] },
  workflow: {
    field: 'state',
    initial: 'proposed',
    final: ['granted', 'stopped', 'given-up'],
    transitions: {
      accept: { from: 'proposed', to: 'accepted' },
      post: { from: 'accepted', to: 'posted' },
      grant: { from: 'posted', to: 'granted', by: 'system' },
      stop: { from: 'posted', to: 'stopped', by: 'system' },
      giveUp: { from: 'posted', to: 'given-up' },
    },
    waits: {
      proposed: { owner: 'county', clock: null, escape: 'accept' },
      accepted: { owner: 'county', clock: null, escape: 'post' },
      posted: { owner: 'village', clock: null, escape: 'grant' },
    },
  },
})

const words = {
  title: '表彰',
  award: '表彰',
  'award.person': '姓名',
  'award.birthDate': '出生日期',
  'award.category': '类别',
  'award.grade': '等级',
  'award.division': '村',
  'award.state': '状态',
  'award.state.proposed': '已提名',
  'award.state.accepted': '已受理',
  'award.state.posted': '公示中',
  'award.state.granted': '已授予',
  'award.state.stopped': '已停止',
  'award.state.given-up': '已放弃',
  'award.do.accept': '受理',
  'award.do.post': '公示',
  'award.do.grant': '授予',
  'award.do.stop': '停止',
  'award.do.giveUp': '放弃',
} as const

/** A module that posts who is proposed for an award: all that a module does with notices. */
export const awards = defineModule({
  id: 'awards',
  records: { award },
  declares: {
    notices: noticeKinds({
      proposal: {
        title: { 'zh-CN': '表彰对象公示', en: 'Proposed for an award' },
        workingDays: 5,
        leavesOutMinors: true,
        facts: {
          category: { title: { 'zh-CN': '残疾类别', en: 'Category' }, codes: disabilityCategories },
          grade: { title: { 'zh-CN': '残疾等级', en: 'Grade' }, codes: disabilityGrades },
        },
        decidedByAnotherThan: ['accept'],
        basis: '测试',
      },
    }),
  },
  messages: { 'zh-CN': words, en: words },
})

/** Takes a step of the award that a line is about. */
const follow =
  (verb: 'grant' | 'stop'): EventHandler =>
  async (event, context) => {
    const line = await lineOf(event, awards.records.award, context)
    const row = line && (await context.read.one(awards.records.award, line.subject))
    if (row?.state === 'posted') await context.write.transition(awards.records.award, { ...row, verb })
  }

export const awardsServer = implementModule(awards, {
  migrations: {
    '0001_init': async ({ createRecord }) => {
      await createRecord('awards_award', {
        scope: 'division',
        columns: { person: 'text', birth_date: 'date?', category: 'text', grade: 'text', state: 'text' },
        orders: ['person'],
        filters: ['state'],
      })
    },
  },
  hooks: {
    award: {
      async after(changes, context) {
        for (const { before, row } of changes) {
          if (!row || before?.state === row.state) continue
          const subject = { record: awards.records.award, id: row.id }
          const { person, birthDate, category, grade, division } = row
          if (row.state === 'posted')
            await putLine(context, {
              kind: 'awards.proposal',
              subject,
              name: person,
              birthDate,
              division,
              facts: { category, grade },
              place: '村务公开栏',
            })
          if (row.state === 'given-up') await withdrawLines(context, subject, '本人放弃')
        }
      },
    },
  },
  on: { 'notices.line.cleared': follow('grant'), 'notices.line.stopped': follow('stop') },
})
