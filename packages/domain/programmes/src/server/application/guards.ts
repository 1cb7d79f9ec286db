import type { FieldsOf } from '@opendpf/kit'
import type { Guard, GuardAnswer, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { isMinor } from '@opendpf/standards'
import { sql } from 'kysely'
import {
  type NamedProgramme,
  openApplicationStates,
  programmes,
  programmesOf,
  subjectOf,
} from '../../contract/index.js'
import { numberKey } from '../object-number.js'
import { askRules, whyNot } from './keep-explanation.js'
import { offerOn } from './offer-of.js'
import { surveyProblems } from './survey-problems.js'

const { application, enrolment } = programmes.records
type Application = typeof application
export type ApplicationFields = FieldsOf<Application>
type ApplicationGuard = Guard<Application>

const refused: GuardAnswer = {}
const when = (holds: boolean): GuardAnswer => (holds ? true : refused)

/** The programme of an application; a name that no module declares any more is an error, and never an empty programme. */
export function programmeOf({ registry }: Pick<ModuleContext, 'registry'>, name: string): NamedProgramme {
  const programme = programmesOf(registry).get(name)
  if (!programme) throw new Error(`no module declares the programme "${name}"`)
  return programme
}

/** Whether nothing is posted of an application: its programme posts nothing, or leaves out minors and this is one. */
export async function needsNoNotice(
  { read, registry, today }: Pick<ModuleContext, 'read' | 'registry' | 'today'>,
  { programme, person }: Pick<ApplicationFields, 'programme' | 'person'>,
): Promise<boolean> {
  const { notice } = programmeOf({ registry }, programme)
  if (!notice?.leavesOutMinors) return notice === undefined
  const birthDate = (await read.one(persons.records.person, person))?.birthDate ?? null
  return birthDate === null || isMinor(birthDate, today)
}

/** A guard that only looks at what the programme declares. */
const has =
  (holds: (programme: NamedProgramme, row: ApplicationFields) => boolean): ApplicationGuard =>
  (context, row) =>
    when(holds(programmeOf(context, row.programme), row))

const isSurveyDone = (programme: NamedProgramme, row: ApplicationFields): boolean =>
  programme.steps.survey === undefined ||
  (row.surveyedOn !== null &&
    row.surveyors !== null &&
    row.surveyPlace !== null &&
    row.surveyPhotos !== null &&
    row.survey !== null &&
    surveyProblems(programme, row.survey).length === 0)

/**
 * The most that may be decided for an application today, in fen: null where the place has set no standard yet, undefined where the sum is not
 * decided at all.
 */
async function mostOf(context: ModuleContext, row: ApplicationFields): Promise<number | null | undefined> {
  const programme = programmeOf(context, row.programme)
  if (programme.amount.by === 'scheme') return undefined
  const { most } = programme.amount
  return most === 'scheme' ? ((await askRules(context, programme, row))?.standard ?? null) : most
}

export const applicationGuards = {
  'application.isOffered': async (context, { id, programme, receivedThereOn, channel, appliedOn }) => {
    const row = await context.read.one(application, id)
    const day = appliedOn ?? (channel === 'other-county' ? receivedThereOn : null) ?? context.today
    const offer = await offerOn(context, { programme, division: row?.division ?? null, day })
    return offer ? true : { year: day.slice(0, 4), day }
  },

  'application.onlyOne': async ({ read, registry }, row) => {
    const programme = programmeOf({ registry }, row.programme)
    const { beneficiary } = programme
    const by = beneficiary === 'household' || beneficiary === 'organisation' ? beneficiary : 'person'
    const states = openApplicationStates.filter((state) => state !== 'draft')
    const others = await read.many(application, {
      programme: row.programme,
      [by]: subjectOf(programme, row),
      state: states,
    })
    const isAsked = others.some(({ id, objectNumber }) => id !== row.id && objectNumber === row.objectNumber)
    if (isAsked || programme.cycle === 'once') return when(!isAsked)
    const held = await read.many(enrolment, {
      programme: row.programme,
      subject: subjectOf(programme, row),
      state: ['active', 'suspended'],
    })
    return when(held.every(({ objectNumber }) => objectNumber !== row.objectNumber))
  },

  // what an institution is paid for is granted for a calendar year; what somebody gave back unused may be asked for again
  'application.onceAYear': async ({ read, registry, today }, row) => {
    const programme = programmeOf({ registry }, row.programme)
    if (programme.payment !== 'institution') return true
    const year = today.slice(0, 4)
    const held = await read.many(enrolment, { programme: row.programme, subject: subjectOf(programme, row) })
    const isUsed = held.some(
      ({ fromMonth, state, stopReason }) =>
        fromMonth.startsWith(year) && (state !== 'stopped' || stopReason === 'expired'),
    )
    return isUsed ? { year } : true
  },

  // one vehicle has one owner: whoever comes second is told so at the counter, and not when a month cannot be paid
  'application.numberFree': async ({ db, read }, { id, programme, person, objectNumber }) => {
    if (objectNumber === null) return true
    const county = (await read.one(application, id))?.county ?? null
    const isSame = (table: 'a' | 'e') =>
      sql`${sql.ref(`${table}.programme`)} = ${programme} and ${sql.ref(`${table}.county`)} = ${county}
        and ${sql.ref(`${table}.person`)} <> ${person}
        and ${numberKey(sql.ref(`${table}.object_number`))} = ${numberKey(sql`${objectNumber}::text`)}`
    const asked = openApplicationStates.filter((state) => state !== 'draft')
    const { rows } = await sql`
      (select 1 from programmes_application a where ${isSame('a')} and a.state = any(${[...asked]}::text[]) limit 1)
      union all (select 1 from programmes_enrolment e where ${isSame('e')} and e.state in ('active', 'suspended')
        limit 1)`.execute(db)
    return rows.length === 0 ? true : { number: objectNumber }
  },

  'application.applicantMay': has(({ applicants }, { applicant }) => applicants?.includes(applicant) ?? true),

  'application.applicantNamed': (context, row) => {
    const { beneficiary } = programmeOf(context, row.programme)
    const isBy = row.applicant === 'self' || row.applicantName !== null
    const isFrom = row.channel !== 'other-county' || (row.receivingCounty !== null && row.receivedThereOn !== null)
    const isAbout =
      (beneficiary !== 'household' || row.household !== null) &&
      (beneficiary !== 'organisation' || row.organisation !== null) &&
      ((beneficiary !== 'vehicle' && beneficiary !== 'student') || row.objectNumber !== null)
    return when(isBy && isFrom && isAbout)
  },

  'application.firstCorrection': (_, { wasCorrected }) => when(wasCorrected !== true),

  'application.evidenceComplete': (context, row) => {
    const seen = new Set(row.evidence ?? [])
    const missing = Object.entries(programmeOf(context, row.programme).evidence).filter(
      ([name, { isRequired }]) => isRequired && !seen.has(name),
    )
    const names = missing.map(([, { title }]) => title[context.locale]).join(context.locale === 'en' ? ', ' : '、')
    return missing.length === 0 ? true : { missing: names }
  },

  'application.hasSurvey': has(({ steps }) => steps.survey !== undefined),
  'application.hasNoSurvey': has(({ steps }) => steps.survey === undefined),
  'application.surveyMayBeLater': has(({ steps }) => steps.survey?.mayBeLater === true),
  'application.surveyDone': has(isSurveyDone),
  'application.hasVillage': has(({ steps }) => steps.village === true),
  'application.hasNoVillage': has(({ steps }) => steps.village !== true),
  'application.hasTown': has(({ steps }) => steps.town === true),
  'application.hasNoTown': has(({ steps }) => steps.town !== true),
  'application.hasDepartment': has(({ steps }) => steps.department !== undefined),
  'application.hasNoDepartment': has(({ steps }) => steps.department === undefined),
  'application.departmentDecides': has(({ steps }) => steps.department?.decides === true),
  'application.isOurDecision': has(({ steps }) => steps.department?.decides !== true),
  'application.hasNoNotice': async (context, row) => when(await needsNoNotice(context, row)),

  'application.qualifies': async (context, row) => {
    const answer = await askRules(context, programmeOf(context, row.programme), row)
    if (answer?.verdict === 'yes') return true
    return { why: answer === undefined ? '—' : whyNot(answer) }
  },

  'application.refusalIsGrounded': async (context, row) => {
    if (row.refusalReason !== 'not-eligible') return true
    return when((await askRules(context, programmeOf(context, row.programme), row))?.verdict !== 'yes')
  },

  'application.standardKnown': async (context, row) => when((await mostOf(context, row)) !== null),

  'application.amountDecided': async (context, row) => {
    const most = await mostOf(context, row)
    // a standard that nobody has set is told by the guard before
    if (most === undefined || most === null) return true
    return row.amount !== null && row.amount <= most ? true : { most: (most / 100).toFixed(2) }
  },

  'application.firstAppeal': (_, { appealConclusion }) => when(appealConclusion === null),
} satisfies Readonly<Record<string, ApplicationGuard>>
