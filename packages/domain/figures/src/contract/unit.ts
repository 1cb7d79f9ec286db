/**
 * What figures count in. Units are never converted into one another: persons are distinct people, person-times are events. Money is in fen,
 * rates are in percent.
 */
export const figureUnits = [
  'person',
  'person-time',
  'household',
  'session',
  'item',
  'case',
  'organisation',
  'station',
  'document',
  'award',
  'fen',
  'day',
  'percent',
] as const

export type FigureUnit = (typeof figureUnits)[number]

type Words = Readonly<Record<FigureUnit, string>>

const zh: Words = {
  person: '人',
  'person-time': '人次',
  household: '户',
  session: '期（场）',
  item: '项',
  case: '件',
  organisation: '家',
  station: '个',
  document: '份',
  award: '个（奖项）',
  fen: '元',
  day: '天',
  percent: '%',
}

const en: Words = {
  person: 'persons',
  'person-time': 'person-times',
  household: 'households',
  session: 'sessions',
  item: 'items',
  case: 'cases',
  organisation: 'organisations',
  station: 'stations',
  document: 'documents',
  award: 'awards',
  fen: 'yuan',
  day: 'days',
  percent: '%',
}

/** What a unit is called when it is shown; fen are shown as yuan. */
export function figureUnitWord(unit: FigureUnit, locale: 'zh-CN' | 'en'): string {
  return (locale === 'en' ? en : zh)[unit]
}
