import type { ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { rehab } from '../../contract/index.js'
import { type File, filesOf, refuseArchived } from '../shared/files-of.js'
import { needsOf } from '../shared/needs-of.js'

const { file, assessment, plan, planItem, followUp } = rehab.records

/** One open file for each person, with days in order. */
export const fileHooks: RecordHooks<typeof file> = {
  prepare({ values, refuse }, { today }) {
    for (const day of ['openedOn', 'archivedOn', 'cardIssuedOn'] as const) {
      const said = values[day]
      if (said === null) continue
      if (said > today) refuse(day, 'file.problem.future')
      else if (said < values.openedOn) refuse(day, 'file.problem.early')
    }
  },
  async check(drafts, { read }) {
    // two entries of one person bring two files together when they are merged; one of them is put away then
    const made = drafts.filter(({ action }) => action === 'create')
    const people = [...new Set(made.map(({ values }) => values.person))]
    if (people.length === 0) return
    const open = await read.many(file, { person: people, state: ['to-assess', 'to-plan', 'serving'] })
    const known = new Set(open.map(({ person }) => person))
    for (const { values, refuse } of made) {
      if (known.has(values.person)) refuse('person', 'file.problem.second')
      known.add(values.person)
    }
  },
}

/** An assessment lets its file wait for a plan. */
export const assessmentHooks: RecordHooks<typeof assessment> = {
  prepare({ values, refuse }, { today }) {
    if (values.assessedOn > today) refuse('assessedOn', 'assessment.problem.future')
    if (values.score !== null && values.fullScore !== null && values.score > values.fullScore)
      refuse('score', 'assessment.problem.score')
  },
  async check(drafts, context) {
    await refuseArchived(drafts, 'assessment', context)
  },
  after: (changes, context) => moveOn(changes, { from: 'to-assess', verb: 'assess' }, context),
}

/** A plan follows an assessment, and lets its file be served once it is agreed to. */
export const planHooks: RecordHooks<typeof plan> = {
  prepare({ values, refuse }) {
    for (const day of ['untilDay', 'agreedOn', 'endedOn'] as const) {
      const said = values[day]
      if (said !== null && said < values.madeOn) refuse(day, 'plan.problem.order')
    }
  },
  async check(drafts, context) {
    const files = await refuseArchived(drafts, 'plan', context)
    for (const { action, values, refuse } of drafts)
      if (action === 'create' && files.get(values.file)?.state === 'to-assess')
        refuse('file', 'plan.problem.notAssessed')
  },
  after: (changes, context) =>
    moveOn(
      changes.filter(({ row }) => row?.state === 'agreed'),
      { from: 'to-plan', verb: 'serve' },
      context,
    ),
}

/** Services are foreseen while a plan is made or carried out, for needs of its own client. */
export const planItemHooks: RecordHooks<typeof planItem> = {
  async check(drafts, context) {
    const { read } = context
    const plans = new Map(
      (await read.many(plan, { id: [...new Set(drafts.map(({ values }) => values.plan))] })).map((row) => [
        row.id,
        row,
      ]),
    )
    const files = await filesOf([...plans.values()], context)
    const wanted = drafts.flatMap(({ values }) => (values.need === null ? [] : [values.need]))
    const owners = new Map((await needsOf(wanted, context)).map(({ id, person }) => [id, person]))
    for (const { action, values, refuse } of drafts) {
      const of = plans.get(values.plan)
      if (action === 'create' && of?.state === 'ended') refuse('plan', 'planItem.problem.ended')
      const client = of && files.get(of.file)?.person
      if (action === 'create' && values.need !== null && owners.get(values.need) !== client)
        refuse('need', 'planItem.problem.needOther')
    }
  },
}

/** A follow-up that was held may open the next one. */
export const followUpHooks: RecordHooks<typeof followUp> = {
  prepare({ values, refuse }, { today }) {
    if (values.heldOn !== null && values.heldOn > today) refuse('heldOn', 'followUp.problem.future')
    if (values.nextOn !== null && values.nextOn <= (values.heldOn ?? values.dueOn))
      refuse('nextOn', 'followUp.problem.next')
  },
  async after(changes, { write }) {
    const held = changes.flatMap(({ before, row }) => (row?.state === 'done' && before?.state === 'due' ? [row] : []))
    await write.createMany(
      followUp,
      held.flatMap(({ file: of, about, nextOn }) => (nextOn === null ? [] : [{ file: of, about, dueOn: nextOn }])),
    )
  },
}

/** Takes a step of the system with the files of rows that came about, where they wait for it. */
async function moveOn(
  changes: readonly { readonly row: { readonly file: string } | undefined }[],
  { from, verb }: { readonly from: File['state']; readonly verb: string },
  context: ModuleContext,
): Promise<void> {
  const files = await filesOf(
    changes.flatMap(({ row }) => (row ? [row] : [])),
    context,
  )
  const waiting = [...files.values()].filter(({ state }) => state === from)
  if (waiting.length === 0) return
  await context.write.transitionMany(
    file,
    verb,
    waiting.map(({ id, version }) => ({ id, version, values: {} })),
  )
}
