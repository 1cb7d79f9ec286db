import { type Code, eligibility } from '@opendpf/eligibility'
import { texts } from '@opendpf/messages'
import { disabilityGrades } from '@opendpf/standards'
import { componentAttributes, severity, severityParameters } from './severity.js'

const states: readonly Code[] = [
  { code: 'valid', zh: '有效', en: 'Valid' },
  { code: 'expired', zh: '过期', en: 'Expired' },
  { code: 'frozen', zh: '冻结', en: 'Frozen' },
  { code: 'transferring', zh: '迁移中', en: 'Being transferred' },
  { code: 'none', zh: '无证', en: 'None' },
]

const of = { group: 'certificate', source: texts('残疾人证登记', 'Register of certificates') }

/** What the register of certificates tells to rules of eligibility, and what "severe" means to each of them. */
export const certificateFacts = eligibility({
  facts: {
    state: {
      ...of,
      title: texts('残疾人证状态', 'State of the certificate'),
      kind: 'code',
      codes: states,
      ask: texts('请核实残疾人证', 'Check the certificate'),
      whenNone: 'none',
    },
    components: {
      ...of,
      title: texts('残疾类别与等级（各单项）', 'Components of the disability'),
      kind: 'items',
      attributes: componentAttributes,
      ask: texts('请登记多重残疾的各单项类别与等级', 'Record the components of the multiple disability'),
      whenNone: [],
    },
    // of a multiple disability that of its most severe component, as the certificate says it
    grade: {
      ...of,
      group: 'grade',
      title: texts('残疾等级', 'Grade'),
      kind: 'code',
      codes: disabilityGrades.entries,
      ask: texts('请核实残疾人证的等级', 'Check the grade on the certificate'),
    },
  },
  parameters: severityParameters,
  predicates: severity,
})
