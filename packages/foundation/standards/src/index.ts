export { ageOn, dateOfAge, hasReachedAge, isMinor } from './age/age.js'
export { addMonths, addYears } from './calendar/add-months.js'
export { addDays, dayNumberOf, daysBetween, isoFromDayNumber, weekdayOf } from './calendar/day-number.js'
export {
  type DateParts,
  daysInMonth,
  formatIsoDate,
  type IsoDate,
  isIsoDate,
  isLeapYear,
  isRealDate,
  readIsoDate,
} from './calendar/iso-date.js'
export {
  type ComponentCategory,
  type DisabilityCategory,
  type DisabilityGrade,
  disabilityCategories,
  disabilityGrades,
} from './certificate/categories.js'
export {
  type CertificateNumber,
  type CertificateNumberReason,
  formatCertificateNumber,
  parseCertificateNumber,
} from './certificate/certificate-number.js'
export {
  type ComponentsReason,
  checkComponents,
  type DisabilityComponent,
  type DisabilityHead,
  headOf,
} from './certificate/components.js'
export { isSevere, type SeverityRule } from './certificate/severity.js'
export {
  formatChineseDate,
  parseChineseDate,
} from './chinese-text/chinese-date.js'
export { formatChineseDigits, formatChineseNumber, parseChineseNumber } from './chinese-text/chinese-number.js'
export { outlineNumber } from './chinese-text/outline-number.js'
export { businessDateOf, type Clock, fixedClock, systemClock, todayIn } from './clock.js'
export {
  type CodeEntry,
  type CodeList,
  type CodeListDefinition,
  type CodeMatch,
  defineCodeList,
} from './codes/code-list.js'
export { type DisabilityCause, disabilityCauses } from './codes/disability-causes.js'
export { type EducationLevel, educationLevels } from './codes/education-levels.js'
export { type EthnicGroup, ethnicGroups } from './codes/ethnic-groups.js'
export { type FamilyRelation, familyRelations } from './codes/family-relations.js'
export { type HouseholdType, householdTypes } from './codes/household-types.js'
export { type IdentityDocumentType, identityDocumentTypes } from './codes/identity-document-types.js'
export { type MaritalStatus, maritalStatuses } from './codes/marital-statuses.js'
export { type Sex, sexes } from './codes/sexes.js'
export { matchYesNo } from './codes/yes-no.js'
export { creditCodeAuthorities, organisationKinds } from './credit-code/authorities.js'
export {
  creditCodeAlphabet,
  creditCodeCheckCharacter,
  organisationCodeCheckCharacter,
} from './credit-code/check-characters.js'
export {
  type CreditCode,
  type CreditCodeReason,
  type CreditCodeWarning,
  composeCreditCode,
  parseCreditCode,
} from './credit-code/credit-code.js'
export { fromExcelSerial } from './dates/excel-serial.js'
export { type DateTextReason, type DateTextWarning, parseDateText } from './dates/parse-date-text.js'
export {
  type Division,
  type DivisionLevel,
  type DivisionReason,
  divisionDigits,
  divisionLevels,
  hasNoCounties,
  padDivision,
  parseDivision,
  prefecturesWithoutCounties,
} from './division/division-code.js'
export { ancestorsOf, countyOf, divisionPrefix, isWithin, parentOf, townOf } from './division/division-tree.js'
export { isSyntheticDivision, provinces } from './division/provinces.js'
export { residentIdCheckDigit } from './identity/check-digit.js'
export { composeResidentId } from './identity/compose-resident-id.js'
export { documentTypeOf, type NumberedDocumentType } from './identity/document-type.js'
export {
  isResidentId,
  normaliseResidentId,
  parseResidentId,
  type ResidentId,
  type ResidentIdOptions,
  type ResidentIdReason,
  type ResidentIdWarning,
} from './identity/resident-id.js'
export { maskAddress, maskPhone } from './masking/mask-contact.js'
export { maskBankAccount, maskCertificateNumber, maskResidentId } from './masking/mask-identity.js'
export { maskName } from './masking/mask-name.js'
export { formatYuanCapital } from './money/capital-form.js'
export { addFen, type Fen, formatYuan, type MoneyReason, parseYuan } from './money/fen.js'
export { multiplyFen, type Ratio, type Rounding } from './money/multiply.js'
export { compoundSurnames } from './names/compound-surnames.js'
export { type SplitName, splitName } from './names/split-name.js'
export { occasionDay, occasionsOf } from './occasions/occasion-day.js'
export { type Occasion, occasions } from './occasions/occasions.js'
export { type Period, type PeriodKind, periodKinds } from './periods/period.js'
export {
  firstDayOf,
  lastDayOf,
  monthsOf,
  nextPeriod,
  periodContains,
  periodOf,
  previousPeriod,
} from './periods/period-days.js'
export { describePeriod, formatPeriod, type PeriodReason, parsePeriod } from './periods/period-text.js'
export { type Accepted, accept, type Parsed, type Refused, refuse } from './result.js'
export {
  type CalendarYear,
  createWorkingCalendar,
  type HolidayRun,
  type WorkingCalendar,
} from './working-days/calendar-year.js'
export { stateCouncilCalendar, stateCouncilYears } from './working-days/state-council-years.js'
export {
  addWorkingDays,
  isWorkingDay,
  type NoCalendar,
  rollToWorkingDay,
  type WorkingDays,
  type WorkingDaysWarning,
  workingDaysBetween,
} from './working-days/working-days.js'
