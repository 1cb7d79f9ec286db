import type { DuplicateRule } from '../contract/index.js'

/** An entry of a golden pair: name, birth date, village, and what else matters to the case. */
export interface GoldenEntry {
  readonly name: string
  readonly formerName?: string
  readonly birthDate: string | null
  readonly village: string
  readonly sex?: '1' | '2'
  readonly hasIdNumber?: boolean
}

/** Two entries and what the rules must say of them; `rule` undefined is a near miss that must not be flagged. */
export interface GoldenPair {
  readonly because: string
  readonly left: GoldenEntry
  readonly right: GoldenEntry
  readonly rule: DuplicateRule | undefined
}

const here = '990121100201'
const there = '990121101203'

/** What the rules must find, and what they must leave alone. A change of the rules is judged by these. */
export const goldenPairs: readonly GoldenPair[] = [
  {
    because: 'entered twice in two villages',
    left: { name: '王建国', birthDate: '1962-08-15', village: here },
    right: { name: '王建国', birthDate: '1962-08-15', village: there },
    rule: 'same-name-and-birth-date',
  },
  {
    because: 'a blank inside the name',
    left: { name: '李 娟', birthDate: '1985-03-07', village: here },
    right: { name: '李娟', birthDate: '1985-03-07', village: here },
    rule: 'same-name-and-birth-date',
  },
  {
    because: 'the dot of an ethnic name, written two ways or left out',
    left: { name: '买买提·艾力', birthDate: '1970-01-02', village: here },
    right: { name: '买买提艾力', birthDate: '1970-01-02', village: here },
    rule: 'same-name-and-birth-date',
  },
  {
    because: 'a variant character',
    left: { name: '张喆', birthDate: '1990-05-05', village: here },
    right: { name: '張哲', birthDate: '1990-05-05', village: here },
    rule: 'same-name-and-birth-date',
  },
  {
    because: 'a surname written in its short form',
    left: { name: '萧丽华', birthDate: '1958-11-30', village: here },
    right: { name: '肖丽华', birthDate: '1958-11-30', village: there },
    rule: 'same-name-and-birth-date',
  },
  {
    because: 'the former name of one is the name of the other',
    left: { name: '陈思远', formerName: '陈狗娃', birthDate: '1975-04-09', village: here },
    right: { name: '陈狗娃', birthDate: '1975-04-09', village: here },
    rule: 'same-name-and-birth-date',
  },
  {
    because: 'heard and written down with another character',
    left: { name: '周小燕', birthDate: '1988-09-01', village: here },
    right: { name: '周晓艳', birthDate: '1988-09-01', village: there },
    rule: 'same-sound-and-birth-date',
  },
  {
    because: 'a surname with a reading of its own',
    left: { name: '单小平', birthDate: '1966-02-03', village: here },
    right: { name: '善小平', birthDate: '1966-02-03', village: here },
    rule: 'same-sound-and-birth-date',
  },
  {
    because: 'one of three characters differs',
    left: { name: '赵玉梅', birthDate: '1949-10-01', village: here },
    right: { name: '赵玉海', birthDate: '1949-10-01', village: here },
    rule: 'similar-name-and-birth-date',
  },
  {
    because: 'two characters swapped',
    left: { name: '孙德明', birthDate: '1953-06-18', village: here },
    right: { name: '孙明德', birthDate: '1953-06-18', village: there },
    rule: 'similar-name-and-birth-date',
  },
  {
    because: 'a part of a long name left out',
    left: { name: '阿依古丽汗', birthDate: '1981-12-12', village: here },
    right: { name: '阿依古丽', birthDate: '1981-12-12', village: here },
    rule: 'similar-name-and-birth-date',
  },
  {
    because: 'a rare character that no list has',
    left: { name: '欧阳䶮', birthDate: '1999-07-07', village: here },
    right: { name: '欧阳䶮', birthDate: '1999-07-07', village: there },
    rule: 'same-name-and-birth-date',
  },
  {
    because: 'an age told instead of a birth date: two years apart, same village',
    left: { name: '刘桂英', birthDate: '1945-01-01', village: here, hasIdNumber: false },
    right: { name: '刘桂英', birthDate: '1947-03-20', village: here },
    rule: 'same-name-near-birth-date-and-village',
  },
  {
    because: 'a birth date corrected by the police within three years',
    left: { name: '马春生', birthDate: '1960-01-15', village: here, hasIdNumber: true },
    right: { name: '马春生', birthDate: '1962-12-15', village: here, hasIdNumber: true },
    rule: 'same-name-near-birth-date-and-village',
  },
  {
    because: 'no ID number and no birth date known',
    left: { name: '黄阿婆', birthDate: null, village: here, hasIdNumber: false },
    right: { name: '黄阿婆', birthDate: '1938-05-05', village: here },
    rule: 'same-name-and-village',
  },
  {
    because: 'near miss: namesakes of one village, four years apart, both with numbers',
    left: { name: '王伟', birthDate: '1980-01-01', village: here, hasIdNumber: true },
    right: { name: '王伟', birthDate: '1984-02-02', village: here, hasIdNumber: true },
    rule: undefined,
  },
  {
    because: 'near miss: namesakes of two villages, a year apart',
    left: { name: '王伟', birthDate: '1980-01-01', village: here },
    right: { name: '王伟', birthDate: '1981-01-01', village: there },
    rule: undefined,
  },
  {
    because: 'near miss: two of three characters differ',
    left: { name: '李大强', birthDate: '1972-02-02', village: here },
    right: { name: '李小明', birthDate: '1972-02-02', village: here },
    rule: undefined,
  },
  {
    because: 'near miss: names of two characters that share the surname',
    left: { name: '李强', birthDate: '1972-02-02', village: here },
    right: { name: '李明', birthDate: '1972-02-02', village: here },
    rule: undefined,
  },
  {
    because: 'near miss: three years and a month apart',
    left: { name: '马春生', birthDate: '1960-01-15', village: here, hasIdNumber: true },
    right: { name: '马春生', birthDate: '1963-02-20', village: here, hasIdNumber: true },
    rule: undefined,
  },
  {
    because: 'near miss: a day apart and another name',
    left: { name: '周小燕', birthDate: '1988-09-01', village: here },
    right: { name: '周晓艳', birthDate: '1988-09-02', village: here },
    rule: undefined,
  },
]
