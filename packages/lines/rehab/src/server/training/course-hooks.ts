import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { rehab } from '../../contract/index.js'
import { refuseArchived } from '../shared/files-of.js'
import { parentsOf, recount } from '../shared/recount.js'

const { course, lesson, relief } = rehab.records

/** A course of an entrusted child belongs to the child's own case. */
export const courseHooks: RecordHooks<typeof course> = {
  prepare(draft, { today }) {
    draft.values.sessions ??= 0
    keepDaysInOrder(draft, ['startedOn', 'endedOn'], { record: 'course', today })
  },
  async check(drafts, context) {
    const files = await refuseArchived(drafts, 'course', context)
    const made = drafts.filter(({ action, values }) => action === 'create' && values.relief !== null)
    if (made.length === 0) return
    const cases = new Map(
      (await context.read.many(relief, { id: made.flatMap(({ values }) => values.relief ?? []) })).map((row) => [
        row.id,
        row,
      ]),
    )
    for (const { values, refuse } of made) {
      const of = cases.get(values.relief ?? '')
      if (of?.state !== 'training' || of.person !== files.get(values.file)?.person)
        refuse('relief', 'course.problem.reliefOther')
    }
  },
}

/** Days of training lie within their course; the course and the case of the child count them. */
export const lessonHooks: RecordHooks<typeof lesson> = {
  async check(drafts, { read, today }) {
    const ids = [...new Set(drafts.map(({ values }) => values.course))]
    const courses = new Map((await read.many(course, { id: ids }, { limit: ids.length })).map((row) => [row.id, row]))
    for (const { values, refuse } of drafts) {
      const of = courses.get(values.course)
      if (of && (values.heldOn < of.startedOn || values.heldOn > (of.endedOn ?? today) || values.heldOn > today))
        refuse('heldOn', 'lesson.problem.outside')
    }
  },
  async after(changes, context) {
    const courses = parentsOf(changes, 'course')
    await recount(
      courses,
      { record: course, field: 'sessions', of: { table: 'rehab_lesson', column: 'course' } },
      context,
    )
    await addUpCases(courses, context)
  },
}

/** Tells cases of children how often they were trained, in all of their courses. */
async function addUpCases(
  courses: readonly string[],
  { db, read, write }: Parameters<NonNullable<RecordHooks['after']>>[1],
): Promise<void> {
  // two courses of one case are counted one after the other
  await sql`select id from rehab_relief where id in (select relief from rehab_course where id = any(${courses}::text[]))
    order by id for update`.execute(db)
  const { rows } = await sql<{ readonly id: string; readonly sessions: number }>`
    select relief as id, sum(sessions)::int as sessions from rehab_course
    where relief in (select relief from rehab_course where id = any(${courses}::text[])) group by relief`.execute(db)
  if (rows.length === 0) return
  const sums = new Map(rows.map(({ id, sessions }) => [id, sessions]))
  const cases = await read.many(relief, { id: [...sums.keys()] }, { limit: sums.size })
  await write.updateMany(
    relief,
    cases.map(({ id, version }) => ({ id, version, values: { sessions: sums.get(id) ?? 0 } })),
  )
}

const wasHeld: Guard<typeof course> = (_, { sessions }) => (sessions > 0 ? true : {})

/** What must hold before steps of courses. */
export const trainingGuards = { 'course.wasHeld': wasHeld } as const
