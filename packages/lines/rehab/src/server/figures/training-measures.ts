import { measures } from '@opendpf/figures/reading'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { trainingIndicators } from '../../contract/figures/training-indicators.js'
import { institutionType, type PeopleAsked, people } from './people.js'

type Part = RawBuilder<unknown>

const lessons = (unit: PeopleAsked['unit']) =>
  people({
    table: 'rehab_lesson',
    by: 'lesson',
    unit,
    on: sql`t.held_on`,
    category: sql`f.category`,
    more: sql`c.kind, c.setting, ${institutionType(sql`c.institution`)}`,
  })

const courses = (where: Part) =>
  people({
    table: 'rehab_course',
    by: 'file',
    unit: 'row',
    on: sql`t.ended_on`,
    where: sql`t.state = 'done' and ${where}`,
    category: sql`f.category`,
    more: sql`t.kind, t.setting, ${institutionType(sql`t.institution`)}`,
  })

/** The rows behind the figures of training. */
export const trainingMeasures = measures(trainingIndicators, {
  trainedPersons: () => lessons('person'),
  trainedTimes: () => lessons('row'),
  coursesDone: () => courses(sql`true`),
  coursesBetter: () => courses(sql`t.score_after > t.score_before`),
})
