import type { SheetValue } from '@opendpf/sheets'
import {
  disabilityCategories,
  disabilityGrades,
  educationLevels,
  ethnicGroups,
  householdTypes,
  maritalStatuses,
  sexes,
} from '@opendpf/standards'
import { townNameOf } from './divisions.js'
import type { DemoOptions, DemoPerson } from './people.js'
import { generatePersons } from './people.js'

/** The headings of the roster a county keeps. */
export const rosterColumns = [
  { heading: '序号', kind: 'number' },
  { heading: '姓名', kind: 'text' },
  { heading: '性别', kind: 'text' },
  { heading: '民族', kind: 'text' },
  { heading: '身份证号码', kind: 'text' },
  { heading: '残疾人证号', kind: 'text' },
  { heading: '残疾类别', kind: 'text' },
  { heading: '残疾等级', kind: 'text' },
  { heading: '户口性质', kind: 'text' },
  { heading: '乡镇（街道）', kind: 'text' },
  { heading: '村（社区）', kind: 'text' },
  { heading: '联系电话', kind: 'text' },
  { heading: '发证日期', kind: 'date' },
  { heading: '有效期至', kind: 'date' },
  { heading: '婚姻状况', kind: 'text' },
  { heading: '文化程度', kind: 'text' },
  { heading: '是否低保', kind: 'text' },
  { heading: '备注', kind: 'text' },
] as const

const nameOf = (list: { find(code: string): { readonly zh: string } | undefined }, code: string): string =>
  list.find(code)?.zh ?? code

/** One line of the roster, in the order of {@link rosterColumns}. */
function rosterLine(person: DemoPerson, index: number): readonly SheetValue[] {
  const { disability } = person
  return [
    index + 1,
    person.name,
    nameOf(sexes, person.sex),
    nameOf(ethnicGroups, person.ethnicity),
    person.idNumber,
    person.certificateNumber,
    disability.components.length > 1
      ? disability.components
          .map(
            ({ category, grade }) =>
              `${nameOf(disabilityCategories, category).replace('残疾', '')}${nameOf(disabilityGrades, grade)}`,
          )
          .join('，')
      : nameOf(disabilityCategories, disability.category),
    nameOf(disabilityGrades, disability.grade),
    nameOf(householdTypes, person.householdType),
    townNameOf(person.village.code),
    person.village.name,
    person.phone,
    { date: person.issueDate },
    { date: person.validTo },
    nameOf(maritalStatuses, person.marital),
    nameOf(educationLevels, person.education),
    person.isOnAllowance ? '是' : '否',
    null,
  ]
}

/** The roster of the made-up county (持证残疾人花名册), line by line. */
export function* rosterRows(options: DemoOptions): Generator<readonly SheetValue[]> {
  let index = 0
  for (const person of generatePersons(options)) {
    yield rosterLine(person, index)
    index += 1
  }
}
