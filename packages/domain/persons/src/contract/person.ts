import { code, date, defineRecord, division, flag, multiline, name, number, optional, text } from '@opendpf/kit'
import {
  disabilityCategories,
  disabilityGrades,
  educationLevels,
  ethnicGroups,
  householdTypes,
  identityDocumentTypes,
  maritalStatuses,
  sexes,
} from '@opendpf/standards'

/**
 * A person of the register: holders of a certificate, their families and guardians. Sex, birth date and document type follow from the
 * ID number where there is one; what is entered beside it must agree. `division` is the household register (户籍地), by which the
 * federation is competent; services follow `residenceDivision`.
 */
export const person = defineRecord({
  fields: {
    name: name({ headings: ['姓名', '残疾人姓名', '持证人姓名'] }),
    formerName: optional(name({ headings: ['曾用名'] })),
    idType: optional(code(identityDocumentTypes, { headings: ['证件类型', '证件种类'] })),
    idNumber: optional(
      number('resident-id', {
        isUnique: true,
        headings: ['身份证号', '身份证号码', '公民身份号码', '居民身份证号', '证件号码'],
      }),
    ),
    otherNumber: optional(text({ privacy: 'S3', storage: 'exact', max: 40, headings: ['其他证件号码'] })),
    sex: optional(code(sexes, { headings: ['性别'] })),
    birthDate: optional(date({ privacy: 'S2', headings: ['出生日期', '出生年月', '出生年月日'] })),
    ethnicity: optional(code(ethnicGroups, { headings: ['民族'] })),
    phone: optional(
      number('phone', { privacy: 'S2', headings: ['联系电话', '电话', '手机号', '手机号码', '联系方式'] }),
    ),
    secondPhone: optional(number('phone', { privacy: 'S2', headings: ['备用电话', '联系电话2'] })),
    division: division({ headings: ['户籍地', '户籍所在地', '户籍区划', '区划代码'] }),
    address: optional(
      text({ privacy: 'S2', storage: 'sealed', max: 200, headings: ['户籍地址', '家庭住址', '住址', '详细地址'] }),
    ),
    residenceDivision: optional(division({ headings: ['经常居住地', '现居住地', '居住地区划'] })),
    residenceAddress: optional(
      text({ privacy: 'S2', storage: 'sealed', max: 200, headings: ['现住址', '居住地址', '现居住地址'] }),
    ),
    householdType: optional(code(householdTypes, { headings: ['户口性质', '户口类别'] })),
    marital: optional(code(maritalStatuses, { headings: ['婚姻状况', '婚姻'] })),
    education: optional(code(educationLevels, { headings: ['文化程度', '受教育程度', '学历'] })),
    isDeceased: optional(flag({ headings: ['是否死亡', '是否去世'] })),
    deathDate: optional(date({ privacy: 'S2', headings: ['死亡日期', '去世日期'] })),
    remark: optional(multiline({ max: 500, headings: ['备注', '说明'] })),

    // what another register knows of the person, kept here so that lists and households can ask for it
    isCertified: optional(flag({ isDerived: true })),
    disabilityCategory: optional(code(disabilityCategories, { privacy: 'S3', isOpen: true, isDerived: true })),
    disabilityGrade: optional(code(disabilityGrades, { privacy: 'S3', isOpen: true, isDerived: true })),

    // what likely duplicates are found by: the name with its variants folded, and its sound
    foldedName: optional(text({ privacy: 'S2', isDerived: true, max: 60 })),
    spokenName: optional(text({ privacy: 'S2', isDerived: true, max: 300 })),
  },
  scope: 'division',
  title: 'name',
  search: ['name', 'formerName'],
  list: {
    columns: ['name', 'sex', 'birthDate', 'division', 'disabilityCategory', 'disabilityGrade', 'idNumber', 'phone'],
    filters: [
      'sex',
      'birthDate',
      'ethnicity',
      'householdType',
      'marital',
      'education',
      'isCertified',
      'disabilityCategory',
      'disabilityGrade',
      'isDeceased',
    ],
    orders: ['name', 'birthDate'],
    isQuiet: true,
  },
  sections: [
    {
      title: 'person.section.identity',
      fields: ['name', 'formerName', 'idType', 'idNumber', 'otherNumber', 'sex', 'birthDate', 'ethnicity'],
    },
    {
      title: 'person.section.contact',
      fields: ['division', 'address', 'residenceDivision', 'residenceAddress', 'householdType', 'phone', 'secondPhone'],
    },
    { title: 'person.section.disability', fields: ['isCertified', 'disabilityCategory', 'disabilityGrade'] },
    { title: 'person.section.more', fields: ['marital', 'education', 'isDeceased', 'deathDate', 'remark'] },
  ],
})
