import type { FieldsOf, RowOf, TimeLimit } from '@opendpf/kit'
import type { Guard, ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import { addDays, addMonths, addWorkingDays, addYears, countyOf, hasReachedAge } from '@opendpf/standards'
import { certificates, isAssessed, isPrinted, itemRules, liveStates, openCaseStates } from '../../contract/index.js'
import { fitsNumber } from './expected-number.js'

const { certificate } = certificates.records
type Case = (typeof certificates.records)['case']
type CaseRow = { readonly id: string } & FieldsOf<Case>
type CaseGuard = Guard<Case>

const refused = {}
const adultAge = 18
/** After a cancellation a new application waits this long (办法 第 24 条). */
const barredYears = 1
/** How long a finding can be disputed, and how long it is posted, in working days (办法 第 25、9 条). */
const disputeDays = 10
const noticeDays = 5
// intellectual and mental disabilities, alone or among several
const guarded = new Set(['5', '6'])

// where the household register decides who is competent
const registered: ReadonlySet<string> = new Set(['new', 'transfer-in'])

/** The first day after a period from a day on: with nine years from 3 June, the third of June. */
const endOf = (since: string, period: TimeLimit): string => {
  if ('months' in period) return addMonths(since, period.months)
  if ('days' in period) return addDays(since, period.days)
  const last = addWorkingDays(since, period.workingDays)
  return last.ok ? last.value : addDays(since, period.workingDays)
}

const when = (holds: boolean) => (holds ? true : refused)

const personOf = async (
  { read }: ModuleContext,
  row: CaseRow,
): Promise<RowOf<typeof persons.records.person> | undefined> => read.one(persons.records.person, row.person)

const certificateOf = async ({ read }: ModuleContext, row: CaseRow) =>
  row.certificate === null ? undefined : read.one(certificate, row.certificate)

const isMinor = async (context: ModuleContext, row: CaseRow): Promise<boolean> => {
  const birthDate = (await personOf(context, row))?.birthDate ?? null
  // an unknown age is a child's until somebody says otherwise: the careful side
  return birthDate === null || !hasReachedAge(birthDate, adultAge, context.today)
}

const needsGuardian = async (context: ModuleContext, row: CaseRow): Promise<boolean> =>
  guarded.has(row.claimedCategory ?? '') || (await isMinor(context, row))

/** What must hold before a step of a case, as the Measures and the items say. */
export const caseGuards = {
  'case.alive': async (context, row) =>
    when(row.cancelReason === 'death' || (await personOf(context, row))?.isDeceased !== true),

  'case.noOpenCase': async ({ read }, { id, person }) => {
    const others = await read.many(certificates.records.case, { person, state: openCaseStates })
    return when(others.every((other) => other.id === id || other.state === 'draft'))
  },

  'case.hasNoCertificate': async ({ read }, { certificate: about, person }) =>
    when(about !== null || (await read.count(certificate, { person, state: liveStates })) === 0),

  'case.certificateInState': async (context, row) => {
    if (row.certificate === null) return true
    const held = await certificateOf(context, row)
    // what is frozen to be looked into is not sent away meanwhile
    if (row.item === 'transfer-out' && held?.state === 'frozen') return when(held.freezeReason === 'move')
    return when(itemRules[row.item].about.includes(held?.state ?? ''))
  },

  'case.renewalDue': async (context, row) => {
    if (row.item !== 'renew') return true
    const held = await certificateOf(context, row)
    if (held === undefined || held.state === 'expired') return true
    const periodOf = await context.periods(certificate, 'renewable', [held.county])
    const date = endOf(held.issueDate, periodOf(held))
    return context.today >= date ? true : { date }
  },

  'case.notBarred': async ({ read, today }, { item, person }) => {
    if (item !== 'new') return true
    const cancelled = await read.many(certificate, { person, state: 'cancelled' })
    const last = cancelled
      .filter(({ cancelReason }) => cancelReason !== 'not-transferred')
      .map(({ stateOn }) => stateOn ?? '')
      .toSorted()
      .at(-1)
    if (!last) return true
    const until = addYears(last, barredYears)
    return today >= until ? true : { date: last, until }
  },

  'case.guardianNamed': async (context, row) => when(row.guardian !== null || !(await needsGuardian(context, row))),

  'case.identitySeen': (_, { item, cancelReason, hasIdCard, hasHouseholdBook }) =>
    when(cancelReason === 'death' || (hasIdCard === true && (!registered.has(item) || hasHouseholdBook === true))),

  'case.photosTaken': (_, row) => when(!isPrinted(row) || row.hasPhotos === true),

  'case.guardianProofSeen': async (context, row) =>
    when(row.hasGuardianProof === true || !(await needsGuardian(context, row))),

  'case.mayBeAssessed': (_, row) => when(isAssessed(row)),
  'case.needsNoAssessment': (_, row) => when(!isAssessed(row)),

  'case.placeNamed': async (context, row) => {
    if (row.item === 'transfer-out') {
      const home = (await personOf(context, row))?.county ?? null
      if (row.toDivision === null) return when(row.toPlace !== null)
      return when(row.toPlace === null && countyOf(row.toDivision) !== home)
    }
    if (row.item !== 'transfer-in' || row.certificate !== null) return true
    return when(row.fromPlace !== null && row.priorNumber !== null && row.issueDate !== null)
  },

  'case.isFromOtherCounty': (_, { channel }) => when(channel === 'other-county'),

  'case.wasPosted': async (context, row) => {
    if (!itemRules[row.item].isPosted || (await isMinor(context, row))) return true
    if (row.postedFrom === null || row.postedTo === null) return refused
    const last = addWorkingDays(row.postedFrom, noticeDays)
    return when(last.ok && row.postedTo >= last.value && row.postedTo <= context.today)
  },

  'case.inDisputeTime': (context, { foundOn }) => {
    if (foundOn === null) return refused
    const last = addWorkingDays(foundOn, disputeDays)
    // in a year without a calendar nobody's time is up
    return !last.ok || context.today <= last.value ? true : { date: foundOn }
  },

  'case.firstDispute': (_, { cityConclusion }) => when(cityConclusion === null),
  'case.cityHasConcluded': (_, { cityConclusion }) => when(cityConclusion !== null),

  'case.provinceHasNot': (_, { provinceConclusion }) => when(provinceConclusion === null),

  'case.isPosted': (_, { item }) => when(itemRules[item].isPosted),
  'case.isAdult': async (context, row) => when(!(await isMinor(context, row))),
  'case.needsNoNotice': async (context, row) => when(!itemRules[row.item].isPosted || (await isMinor(context, row))),

  'case.isConcluded': (_, row) => when(!isAssessed(row) || row.category !== null),

  'case.isPrinted': (_, row) => when(isPrinted(row)),
  'case.isNotPrinted': (_, row) => when(!isPrinted(row)),
  'case.isNumbered': (_, { number }) => when(number !== null),

  'case.numberFits': async (context, row) => {
    if (row.number === null) return refused
    const held = await certificateOf(context, row)
    const person = await personOf(context, row)
    return when(
      fitsNumber(row.number, row, { held: held?.number ?? row.priorNumber, idNumber: person?.idNumber ?? null }),
    )
  },

  'case.oldOneTaken': (_, { item, hasOldCertificate }) =>
    when(item === 'new' || item === 'reissue-lost' || hasOldCertificate === true),
} satisfies Readonly<Record<string, CaseGuard>>
