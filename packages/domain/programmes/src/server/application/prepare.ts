import type { Draft, RecordHooks } from '@opendpf/kit/server'
import {
  addMonthsTo,
  monthOf,
  type NamedProgramme,
  openApplicationStates,
  type programmes,
  programmesOf,
} from '../../contract/index.js'
import { answerProblems } from './survey-problems.js'

type Application = (typeof programmes.records)['application']
type ApplicationDraft = Draft<Application>

const submitting: ReadonlySet<string> = new Set(['submit', 'arrive'])
/** Steps by which it is decided whether something is granted. */
const deciding: ReadonlySet<string> = new Set([
  'approve',
  'followDepartment',
  'reject',
  'refuseAtTown',
  'refuseAtReview',
  'noteRefusal',
])
const granting: ReadonlySet<string> = new Set(['approve', 'followDepartment'])
const days = ['receivedThereOn', 'surveyedOn', 'villageOn', 'departmentOn', 'toldOn'] as const
/** What an application is about: once it is submitted, another subject is another application. */
const subject = ['programme', 'person', 'household', 'organisation', 'objectNumber', 'receivedThereOn'] as const

/** Fills the days and months that follow from the steps, and refuses what cannot be by itself. */
export const prepareApplication: NonNullable<RecordHooks<Application>['prepare']> = (draft, { today, registry }) => {
  const { values, before, verb, refuse } = draft
  const programme = programmesOf(registry).get(values.programme)
  if (!programme) return refuse('programme', 'application.problem.programme')
  for (const field of days) if ((values[field] ?? '') > today) refuse(field, 'application.problem.future')
  if (before && before.state !== 'draft')
    for (const field of subject) if (before[field] !== values[field]) refuse(field, 'application.problem.kept')
  checkAnswers(draft, programme)
  if (verb !== undefined) followStep(draft, programme, verb, today)
  if (!(openApplicationStates as readonly string[]).includes(values.state)) values.closedOn ??= today
}

function checkAnswers({ values, refuse }: ApplicationDraft, programme: NamedProgramme): void {
  for (const name of values.evidence ?? [])
    if (!Object.hasOwn(programme.evidence, name)) refuse('evidence', 'application.problem.evidence', { name })
  for (const name of answerProblems(programme, values.survey ?? {})) {
    const question = programme.steps.survey?.questions[name]?.title['zh-CN'] ?? name
    refuse('survey', 'application.problem.survey', { question })
  }
}

function followStep({ values }: ApplicationDraft, programme: NamedProgramme, verb: string, today: string): void {
  if (submitting.has(verb)) {
    // the day at the window that received it, wherever that is: the month counts from it
    values.appliedOn = (values.channel === 'other-county' ? values.receivedThereOn : null) ?? today
    values.startMonth = startMonthOf(programme, values.appliedOn, null)
  }
  if (verb === 'resubmit') values.wasCorrected = true
  if (verb === 'noteApproval' || verb === 'noteRefusal') values.department = programme.steps.department?.of ?? null
  if (verb === 'noteRefusal') values.refusalReason = 'department'
  if (deciding.has(verb)) values.decidedOn = today
  // what was told of an earlier decision is not told of this one
  if (verb === 'upholdAppeal') Object.assign(values, { toldOn: null, toldBy: null, decidedOn: null })
  if (granting.has(verb) && values.appliedOn !== null) {
    values.startMonth = startMonthOf(programme, values.appliedOn, today)
    Object.assign(values, { refusalReason: null, refusalNote: null, refusalGrounds: null })
  }
}

/** The first month that a grant counts for. Before the decision, what is known of it is the month of the application. */
export function startMonthOf(
  { start }: Pick<NamedProgramme, 'start'>,
  appliedOn: string,
  decidedOn: string | null,
): string {
  if (start === 'decision-month') return monthOf(decidedOn ?? appliedOn)
  return start === 'following-month' ? addMonthsTo(monthOf(appliedOn), 1) : monthOf(appliedOn)
}
