import { describe, expect, test } from 'vitest'
import { disabilityCategories, disabilityGrades } from '../certificate/categories.js'
import { creditCodeAuthorities, organisationKinds } from '../credit-code/authorities.js'
import { provinces } from '../division/provinces.js'
import { type CodeList, defineCodeList } from './code-list.js'
import { disabilityCauses } from './disability-causes.js'
import { educationLevels } from './education-levels.js'
import { ethnicGroups } from './ethnic-groups.js'
import { familyRelations } from './family-relations.js'
import { householdTypes } from './household-types.js'
import { identityDocumentTypes } from './identity-document-types.js'
import { maritalStatuses } from './marital-statuses.js'
import { sexes } from './sexes.js'
import { matchYesNo } from './yes-no.js'

const lists: readonly CodeList[] = [
  creditCodeAuthorities,
  disabilityCategories,
  disabilityCauses,
  disabilityGrades,
  educationLevels,
  ethnicGroups,
  familyRelations,
  householdTypes,
  identityDocumentTypes,
  maritalStatuses,
  organisationKinds,
  provinces,
  sexes,
]

describe.each(lists.map((list) => [list.id, list] as const))('%s', (_, list) => {
  test('matches every code, name and synonym it states', () => {
    for (const { code, zh, en, aliases = [] } of list.entries) {
      for (const wording of [
        code,
        zh,
        en,
        en.toLowerCase(),
        ...aliases,
        ` ${zh}　`,
        `${code} ${zh}`,
        `${code}-${zh}`,
      ]) {
        expect([wording, list.match(wording)]).toEqual([wording, { ok: true, value: code, warnings: [] }])
      }
      expect(list.find(code)?.zh).toBe(zh)
      expect(list.has(code)).toBe(true)
    }
    expect(list.codes).toEqual(list.entries.map(({ code }) => code))
  })

  test('knows nothing else', () => {
    for (const wording of ['不存在的说法', '???', 'constructor', '__proto__', {}, 4, []]) {
      expect(list.match(wording)).toEqual({ ok: false, reason: 'UNKNOWN' })
      expect(list.has(wording)).toBe(false)
    }
    for (const blank of [undefined, null, '', ' 　']) expect(list.match(blank)).toEqual({ ok: false, reason: 'EMPTY' })
  })
})

describe('synonyms of exports and forms', () => {
  test.for([
    [ethnicGroups, '汉', '01'],
    [ethnicGroups, '汉族', '01'],
    [ethnicGroups, '01 汉族', '01'],
    [ethnicGroups, '汉族(01)', '01'],
    [ethnicGroups, '土家', '15'],
    [ethnicGroups, '土', '30'],
    [maritalStatuses, '已婚', '20'],
    [maritalStatuses, '初婚', '21'],
    [maritalStatuses, '离异', '40'],
    [educationLevels, '文盲', '90'],
    [educationLevels, '大专', '30'],
    [educationLevels, '本科', '20'],
    [educationLevels, '大学', '20'],
    [educationLevels, '高中', '60'],
    [educationLevels, '研究生', '10'],
    [disabilityCategories, '肢体', '4'],
    [disabilityCategories, '肢体残疾', '4'],
    [disabilityCategories, '04', '4'],
    [disabilityCategories, '4.肢体', '4'],
    [disabilityGrades, '一级', '1'],
    [disabilityGrades, '1级', '1'],
    [disabilityGrades, '１级', '1'],
    [disabilityGrades, 'Ⅰ级', '1'],
    [disabilityGrades, 'Ⅳ', '4'],
    [disabilityGrades, '1', '1'],
    [householdTypes, '农业户口', '1'],
    [householdTypes, '农业', '1'],
    [householdTypes, '非农', '2'],
    [householdTypes, '居民', '3'],
    [familyRelations, '户主', '01'],
    [familyRelations, '长子', '20'],
    [sexes, 'f', '2'],
    [identityDocumentTypes, '身份证', 'resident-id'],
    [provinces, '广西', '45'],
    [provinces, '浙江', '33'],
  ] as const)('%#: %s', ([list, text, code]) => {
    expect(list.match(text)).toEqual({ ok: true, value: code, warnings: [] })
  })

  test.for([
    [familyRelations, '子女', ['20', '30']],
    [educationLevels, '中学', ['60', '70']],
    [disabilityCategories, '聋哑', ['2', '3', '7']],
    [disabilityGrades, '重度', ['1', '2']],
    [maritalStatuses, '单身', ['10', '30', '40']],
    [sexes, '1 女', ['1', '2']],
    [ethnicGroups, '回族(01)', ['03', '01']],
  ] as const)('%#: %s is ambiguous', ([list, text, candidates]) => {
    expect(list.match(text)).toEqual({ ok: false, reason: 'AMBIGUOUS', candidates })
  })
})

test('ethnic codes have two digits, and 56 groups', () => {
  for (const code of ['01', '15', '56', '97', '98']) expect(ethnicGroups.has(code)).toBe(true)
  for (const code of ['00', '57', '1']) {
    expect(ethnicGroups.has(code)).toBe(false)
    expect(ethnicGroups.match(code)).toEqual({ ok: false, reason: 'UNKNOWN' })
  }
  expect(ethnicGroups.codes.slice(0, 56)).toEqual(
    Array.from({ length: 56 }, (_, index) => String(index + 1).padStart(2, '0')),
  )
})

test('a relation of one digit belongs to another edition', () => {
  expect(familyRelations.match('1')).toEqual({ ok: false, reason: 'UNKNOWN' })
})

test('a list cannot give one wording two meanings', () => {
  const list = { id: 'x', zh: '例', en: 'x', source: 'OpenDPF' }
  const one = { code: '1', zh: '甲', en: 'A' }
  expect(() => defineCodeList({ ...list, entries: [one, { code: '2', zh: '甲', en: 'B' }] })).toThrow(/two meanings/)
  expect(() => defineCodeList({ ...list, entries: [one, { code: '1', zh: '乙', en: 'B' }] })).toThrow(/occurs twice/)
  expect(() => defineCodeList({ ...list, entries: [one], ambiguous: { 甲: ['1', '1'] } })).toThrow(/two meanings/)
})

describe('yes and no', () => {
  test.each(['是', '有', '√', '✓', 'Y', 'yes', '1', ' 是　', 'ＹＥＳ', true])('%s is yes', (input) => {
    expect(matchYesNo(input)).toEqual({ ok: true, value: true, warnings: [] })
  })
  test.each(['否', '无', '×', 'N', 'no', '0', '没有', false])('%s is no', (input) => {
    expect(matchYesNo(input)).toEqual({ ok: true, value: false, warnings: [] })
  })
  test.each(['', ' ', undefined, null])('%s is empty, not no', (input) => {
    expect(matchYesNo(input)).toEqual({ ok: false, reason: 'EMPTY' })
  })
  test.each(['2', '不详', '是否', 1, {}])('%s is unknown', (input) => {
    expect(matchYesNo(input)).toEqual({ ok: false, reason: 'UNKNOWN' })
  })
})
