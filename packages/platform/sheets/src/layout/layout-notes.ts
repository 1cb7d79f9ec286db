import { defineMessages, type Locale, messageOf } from '@opendpf/messages'

/** What was noticed about a sheet, for the person who sends it to see before anything is imported. */
export const layoutNoteTexts = defineMessages({
  'zh-CN': {
    'two-header-rows': '表头有 {{count}} 行，已合并读取',
    'header-not-certain': '表头只是推测（第 {{row}} 行），请确认',
    'no-header': '没有找到表头行，请在首行写明各列名称',
    'merged-values': '“{{column}}”列有合并单元格，已按合并范围逐行补齐',
    subtotals: '表中有小计、合计行，读取时跳过',
    footer: '表尾有制表、审核等说明行，读取时跳过',
    'repeated-headers': '表中重复出现表头，读取时跳过',
    'section-titles': '表中有分段标题行，读取时跳过',
    'column-numbers': '表头下有栏次行，读取时跳过',
    'combined-disability': '“{{column}}”列把残疾类别和等级写在一格，可以拆开读取',
    'several-disabilities': '“{{column}}”列一格写有多种残疾，可以拆开读取',
    ticks: '“{{column}}”列用打勾表示“是”，空白是否表示“否”请确认',
    'spoiled-numbers': '“{{column}}”列有长号码已被 Excel 改坏（样本中 {{count}} 个），这些号码无法恢复',
    'several-date-forms': '“{{column}}”列的日期有 {{count}} 种写法，均可读取',
    formulas: '“{{column}}”列有公式，读取上次保存的结果',
    'formula-errors': '“{{column}}”列有公式出错的单元格',
    'problem-column': '这是退回改正的错误表，“{{column}}”列不作为数据读取',
    'columns-without-heading': '有 {{count}} 列有内容但没有列名',
  },
  en: {
    'two-header-rows': 'The heading takes {{count}} rows; they were read as one',
    'header-not-certain': 'The heading (row {{row}}) is a guess; please confirm',
    'no-header': 'No heading row was found; name the columns in the first row',
    'merged-values': 'Column “{{column}}” has merged cells; their value holds for every row of the range',
    subtotals: 'There are subtotal or total rows; they are skipped',
    footer: 'There are lines at the end (prepared by, checked by, …); they are skipped',
    'repeated-headers': 'The heading is repeated in the sheet; the repetitions are skipped',
    'section-titles': 'There are section titles in the sheet; they are skipped',
    'column-numbers': 'There is a row of column numbers below the heading; it is skipped',
    'combined-disability':
      'Column “{{column}}” holds category and grade of disability in one cell; they can be taken apart',
    'several-disabilities': 'Column “{{column}}” holds several disabilities in one cell; they can be taken apart',
    ticks: 'Column “{{column}}” uses ticks for yes; please confirm whether blank means no',
    'spoiled-numbers':
      'Column “{{column}}” has long numbers that Excel spoiled ({{count}} in the sample); they are lost',
    'several-date-forms': 'Column “{{column}}” writes dates in {{count}} ways; all are read',
    formulas: 'Column “{{column}}” has formulas; the results saved last are read',
    'formula-errors': 'Column “{{column}}” has cells whose formula fails',
    'problem-column': 'This is an error sheet sent back; column “{{column}}” is not read as data',
    'columns-without-heading': '{{count}} columns have content but no heading',
  },
})

export type LayoutNoteCode = keyof (typeof layoutNoteTexts)['zh-CN'] & string

/** One thing noticed about a sheet. */
export interface LayoutNote {
  readonly code: LayoutNoteCode
  /** Position of the column it is about. */
  readonly column?: number
  readonly params: Readonly<Record<string, string | number>>
}

/** The note as a sentence. */
export function layoutNoteText(note: LayoutNote, locale: Locale): string {
  return messageOf(layoutNoteTexts, locale, note.code, note.params)
}
