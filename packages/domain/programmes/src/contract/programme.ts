import type { Limits, Registry, Shape } from '@opendpf/kit'
import type { Texts } from '@opendpf/messages'
import type { ApplicantKind } from './applicant-kinds.js'
import type { Department } from './departments.js'
import type { StopReason } from './stop-reasons.js'
import type { Question } from './survey.js'

/** The id under which modules declare their programmes. */
export const programmesId = 'programmes'

/** Whom a programme is for. A vehicle and a student's place are told apart by a number of their own, and are granted to a person. */
export const beneficiaryKinds = ['person', 'household', 'vehicle', 'student', 'organisation'] as const
export type BeneficiaryKind = (typeof beneficiaryKinds)[number]

/** How often a programme pays: once for an application, once in a calendar year, or every month. */
export type CycleKind = 'once' | 'yearly' | 'monthly'

/** From which month a grant counts: that of the application (自递交申请当月计发), the one after it, or that of the decision. */
export type StartRule = 'application-month' | 'following-month' | 'decision-month'

/** One piece of evidence that an application brings. */
export interface Evidence {
  readonly title: Texts
  /** Whether nothing is accepted without it. */
  readonly isRequired: boolean
}

/** What ends a grant: a reason of the national list, and a declared predicate of eligibility that says when it holds. */
export interface StopRule {
  readonly reason: StopReason
  /** `<module>.<name>`; a name without a dot is one of the same module. */
  readonly when: string
}

/** Stages between the application and the decision. A stage that is left out is passed over by the system. */
export interface Steps {
  /** Somebody goes to see the applicant at home, and writes down the answers to these questions. */
  readonly survey?: {
    readonly questions: Readonly<Record<string, Question>>
    /** Whether the visit may follow until the decision instead of standing before the review. */
    readonly mayBeLater: boolean
  }
  /** The village gives its opinion (村级评议). */
  readonly village?: boolean
  /** The town reviews first (乡镇初审). */
  readonly town?: boolean
  /** Another department decides in its own right; what it decided is recorded with document and day, and never shown as ours. */
  readonly department?: {
    readonly of: Department
    /** Whether its decision is the decision about the grant (民政部门审定), or one that ours needs. */
    readonly decides: boolean
  }
}

/** A programme, as a module declares it in its contract. Nothing in it is local: year, quota, money and standards are the county's records. */
export interface Programme {
  readonly title: Texts
  /** The service line that it belongs to: `poverty-relief`. */
  readonly line: string
  /** The law or document that it rests on. */
  readonly basis: string
  readonly beneficiary: BeneficiaryKind
  /** Days of the year on which one may apply, `MM-DD`; without it the whole year. */
  readonly window?: { readonly from: string; readonly until: string }
  /** The scheme of eligibility that is asked, `<module>.<name>`; a name without a dot is one of the same module. */
  readonly scheme: string
  /**
   * What is granted: what the scheme's parameter says each period, or a sum that is decided for each application within a most: so many fen
   * wherever it is, or what the scheme's parameter says of the place on the day of the decision.
   */
  readonly amount: { readonly by: 'scheme' } | { readonly by: 'decision'; readonly most: number | 'scheme' }
  /**
   * Whom the money goes to. Without it, to whom it was granted: by cycles, into an account. An institution is paid for what it did for him:
   * the line that declares the programme settles with it, nothing goes through a cycle, and what is granted once holds for the rest of the
   * calendar year.
   */
  readonly payment?: 'institution'
  /** Who may hand an application in. Without it everybody; of children, everybody but themselves. */
  readonly applicants?: readonly ApplicantKind[]
  readonly evidence: Readonly<Record<string, Evidence>>
  readonly steps: Steps
  /** How long it is posted, in full working days, and whether minors are left out. Without it nothing is posted. */
  readonly notice?: { readonly workingDays: number; readonly leavesOutMinors: boolean }
  readonly cycle: CycleKind
  readonly start: StartRule
  readonly stops: readonly StopRule[]
  /** Whether the month in which the reason arose is still paid (次月停发, the common rule) or not. */
  readonly stopsFrom: 'following-month' | 'same-month'
  /** Another time to decide than that of the engine, by the clock of an application. A county enters its own. */
  readonly limits?: { readonly recognition: Limits }
  /** After how many months somebody who receives is looked at again, whatever the lists say. */
  readonly recheckMonths?: number
}

/**
 * Declares a programme, for `declares: { programmes: { <name>: defineProgramme({ … }) } }`. Its name gets the module's id in front.
 *
 * @throws Error for a definition that contradicts itself; what it names elsewhere is looked for when the server starts
 */
export function defineProgramme<const P extends Programme>(programme: P): P {
  const [problem] = problemsOf(programme)
  if (problem !== undefined) throw new Error(`the programme “${programme.title['zh-CN']}” ${problem}`)
  return programme
}

const kebab = /^[a-z]+(-[a-z]+)*$/
const camel = /^[a-z][A-Za-z0-9]{0,39}$/

function problemsOf({
  line,
  window,
  amount,
  payment,
  applicants,
  evidence,
  steps,
  notice,
  cycle,
  stops,
  recheckMonths,
}: Programme): readonly string[] {
  const names = [...Object.keys(evidence), ...Object.keys(steps.survey?.questions ?? {})]
  const reasons = stops.map(({ reason }) => reason)
  const checks: readonly (readonly [boolean, string])[] = [
    [!kebab.test(line), `belongs to a line in kebab-case, not to "${line}"`],
    [window !== undefined && ![window.from, window.until].every(isDayOfYear), 'has a window of days written MM-DD'],
    [
      amount.by === 'decision' && amount.most !== 'scheme' && !isPositive(amount.most),
      'grants a most in whole fen above nothing',
    ],
    [
      payment === 'institution' && (cycle !== 'once' || amount.by !== 'decision'),
      'pays an institution, and is not granted once by a decision',
    ],
    [applicants?.length === 0, 'may be applied for by nobody'],
    [names.some((name) => !camel.test(name)), 'names evidence and questions in camelCase'],
    [steps.survey !== undefined && Object.keys(steps.survey.questions).length === 0, 'has a survey without questions'],
    [notice !== undefined && !isPositive(notice.workingDays), 'is posted for whole working days'],
    [new Set(reasons).size < reasons.length, 'has two rules for one reason to stop'],
    [cycle !== 'once' && stops.length === 0, 'pays again and again, and nothing ends it'],
    [recheckMonths !== undefined && !isPositive(recheckMonths), 'is looked at again after whole months'],
  ]
  return checks.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []))
}

const isPositive = (count: number): boolean => Number.isInteger(count) && count > 0

function isDayOfYear(text: string): boolean {
  // of a leap year, so that the 29th of February is one
  const date = new Date(`2024-${text}T00:00:00Z`)
  return /^\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === text
}

/** A programme with the names it uses elsewhere written out. */
export interface NamedProgramme extends Programme {
  /** `<module>.<name>` */
  readonly name: string
}

const books = new WeakMap<object, ReadonlyMap<string, NamedProgramme>>()

/** Every programme that the modules of a deployment declare, by `<module>.<name>`. */
export function programmesOf({ modules }: Pick<Registry, 'modules'>): ReadonlyMap<string, NamedProgramme> {
  const known = books.get(modules)
  if (known) return known
  const book = new Map(
    modules.flatMap(({ id, declares }) =>
      Object.entries((declares[programmesId] ?? {}) as Readonly<Record<string, Programme>>).map(([own, programme]) => {
        const whole = (name: string): string => (name.includes('.') ? name : `${id}.${name}`)
        const stops = programme.stops.map((stop) => ({ ...stop, when: whole(stop.when) }))
        const name = `${id}.${own}`
        return [name, { ...programme, name, scheme: whole(programme.scheme), stops }] as const
      }),
    ),
  )
  books.set(modules, book)
  return book
}

/** The fields that a home survey asks, as a shape that validates the answers. */
export function surveyShape({ steps }: Pick<Programme, 'steps'>): Shape {
  return Object.fromEntries(Object.entries(steps.survey?.questions ?? {}).map(([name, { answer }]) => [name, answer]))
}
