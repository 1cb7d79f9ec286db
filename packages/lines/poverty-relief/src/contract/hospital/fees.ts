import type { Code } from '@opendpf/eligibility'

/** Kinds of fees that a hospital may reduce, by the field that says how much of each was reduced. */
export const reducibleFees = [
  { code: 'registration', zh: '挂号费', en: 'Registration' },
  { code: 'consultation', zh: '诊查费', en: 'Consultation' },
  { code: 'nursing', zh: '护理费', en: 'Nursing' },
  { code: 'bed', zh: '床位费', en: 'Bed' },
  { code: 'examination', zh: '普通检查费', en: 'Ordinary examination' },
  { code: 'treatment', zh: '一般治疗处置费', en: 'General treatment' },
  { code: 'test', zh: '常规检验费', en: 'Routine tests' },
] as const satisfies readonly Code[]

export type ReducibleFee = (typeof reducibleFees)[number]['code']

/** The fields of a reduction that say how much of each kind was reduced, in their order. */
export const feeFields: readonly ReducibleFee[] = reducibleFees.map(({ code }) => code)
