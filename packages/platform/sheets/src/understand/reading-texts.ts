import { defineMessages, type Locale, messageOf } from '@opendpf/messages'

/** Why a cell was not understood, and what to do about it. */
export const readingReasonTexts = defineMessages({
  'zh-CN': {
    EMPTY: '没有填写，请补填',
    FORMULA_ERROR: '公式计算出错，请改填实际内容',
    SPOILED_BY_EXCEL: '长号码已被 Excel 改成数字，后几位丢失，无法恢复；请先把该列设为“文本”格式，再重新填写完整号码',
    LONG_NUMBER_FORMAT: '不是一个完整的号码，请核对后重新填写',
    DATE_INCOMPLETE: '日期不完整，请填写年、月、日，例如 2026-05-06',
    DATE_NOT_REAL: '没有这一天，请核对日期',
    DATE_FORMAT: '日期写法无法识别，请写成 2026-05-06',
    DATE_OPEN_END: '填写的是“长期”，不是具体日期',
    NAME_FORMAT: '不像姓名，请核对后重新填写',
    NAME_WITH_NOTE: '姓名里带有说明，请只填姓名，把说明移到备注栏',
    NAME_MASKED: '姓名被遮盖，请填写完整姓名',
    UNREADABLE_CHARACTER: '含有无法识别的字，请用拼音或输入法重新输入该字',
    DISABILITY_UNKNOWN: '残疾类别或等级无法识别，请写成“肢体二级”的形式，多个用逗号隔开',
    DISABILITY_AMBIGUOUS: '残疾类别有多种可能，请按残疾人证填写',
    DISABILITY_TWICE: '同一残疾类别写了两次，请核对',
    GRADE_CONFLICT: '类别栏里的等级与等级栏不一致，请按残疾人证核对',
    YES_NO_UNKNOWN: '请填“是”或“否”',
    PHONE_FORMAT: '电话号码不完整或写法无法识别，请填写 11 位手机号，或带区号的固定电话',
    CODE_UNKNOWN: '不在可选项之内，请从可选项中选择',
    CODE_AMBIGUOUS: '有多种可能，请从可选项中明确选择一项',
    NUMBER_FORMAT: '不是数字，请只填数字，不带文字和单位',
  },
  en: {
    EMPTY: 'Not filled in; please complete',
    FORMULA_ERROR: 'The formula gives an error; write the value itself',
    SPOILED_BY_EXCEL:
      'Excel turned the long number into a figure and lost its last digits for good; format the column as text and enter the whole number again',
    LONG_NUMBER_FORMAT: 'Not a complete number; check it and enter it again',
    DATE_INCOMPLETE: 'The date is incomplete; give year, month and day, such as 2026-05-06',
    DATE_NOT_REAL: 'There is no such day; check the date',
    DATE_FORMAT: 'The date is not understood; write it as 2026-05-06',
    DATE_OPEN_END: 'It says “no end”, which is not a date',
    NAME_FORMAT: 'This does not look like a name; check it and enter it again',
    NAME_WITH_NOTE: 'The name carries a note; give the name only and move the note to the remarks',
    NAME_MASKED: 'The name is masked; give the whole name',
    UNREADABLE_CHARACTER: 'It holds a character that cannot be read; enter that character again',
    DISABILITY_UNKNOWN:
      'Category or grade of disability is not understood; write “肢体二级”, several with commas between',
    DISABILITY_AMBIGUOUS: 'The category of disability could mean several; write it as on the certificate',
    DISABILITY_TWICE: 'One category of disability is written twice; check it',
    GRADE_CONFLICT: 'The grade beside the category differs from the grade column; check the certificate',
    YES_NO_UNKNOWN: 'Write yes or no (是 or 否)',
    PHONE_FORMAT:
      'The phone number is incomplete or not understood; give a mobile number of 11 digits or a line with its area code',
    CODE_UNKNOWN: 'Not one of the choices; choose one of them',
    CODE_AMBIGUOUS: 'It could mean several of the choices; choose one of them',
    NUMBER_FORMAT: 'Not a number; write digits only, without words or units',
  },
})

/** What was understood with a reservation that a person should see. */
export const readingWarningTexts = defineMessages({
  'zh-CN': {
    SPACES_REMOVED: '已去掉空格',
    FULL_WIDTH_READ: '已把全角字符读作半角',
    STORED_AS_NUMBER: '该单元格是数字格式，开头的 0 可能已丢失，请核对',
    PERHAPS_SPOILED: '号码末尾全是 0，可能已被 Excel 改动，请核对',
    SERIAL_READ_AS_DATE: '该单元格是一个数字，已按 Excel 日期读取，请核对',
    TIME_DROPPED: '已略去时间',
    MONTH_ONLY_SHOWN: '表中只显示年月，日是 Excel 自动补的 1 日，请核对',
    DOT_UNIFIED: '已统一姓名中的间隔点',
    RADICAL_REPLACED: '已把部首字符换成通用汉字',
    DIGIT_IN_NAME: '姓名中含有数字，请核对',
    CODE_READ: '填写的是代码，已按代码读取',
    LEADING_ZERO_ADDED: '已补上代码开头的 0',
    READ_AS_TICK: '已按打勾（是）读取',
    GRADE_MISSING: '没有写等级',
    GRADE_NOT_PER_COMPONENT: '只有一个总等级，没有分别写明每类残疾的等级',
    COMPONENTS_NOT_WRITTEN: '只写了“多重”，没有写明包含哪几类残疾',
    HEAD_DIFFERS: '总等级与各类残疾中最重的等级不一致，请核对',
    SEVERAL_PHONES: '有多个电话号码，取第一个，其余另列',
    UNIT_DROPPED: '已略去单位',
    FROM_FORMULA: '该值由公式算出，取上次保存的结果',
  },
  en: {
    SPACES_REMOVED: 'Spaces were removed',
    FULL_WIDTH_READ: 'Full-width characters were read as ordinary ones',
    STORED_AS_NUMBER: 'The cell is a number, so that leading zeros may be lost; check it',
    PERHAPS_SPOILED: 'The number ends in zeros and may have been changed by Excel; check it',
    SERIAL_READ_AS_DATE: 'The cell is a bare number and was read as an Excel date; check it',
    TIME_DROPPED: 'The time of day was left out',
    MONTH_ONLY_SHOWN: 'The sheet shows year and month only; the first of the month was added by Excel; check it',
    DOT_UNIFIED: 'The dot in the name was unified',
    RADICAL_REPLACED: 'A radical was replaced by the ordinary character',
    DIGIT_IN_NAME: 'The name holds a digit; check it',
    CODE_READ: 'A code was written and read as such',
    LEADING_ZERO_ADDED: 'The leading zero of the code was added',
    READ_AS_TICK: 'Read as a tick (yes)',
    GRADE_MISSING: 'No grade is written',
    GRADE_NOT_PER_COMPONENT: 'There is one grade for all; the grade of each disability is not written',
    COMPONENTS_NOT_WRITTEN: 'Only “multiple” is written, not which disabilities',
    HEAD_DIFFERS: 'The overall grade is not that of the most severe disability; check it',
    SEVERAL_PHONES: 'There are several phone numbers; the first was taken, the others are listed',
    UNIT_DROPPED: 'The unit was left out',
    FROM_FORMULA: 'The value comes from a formula; the result saved last was taken',
  },
})

export type ReadingReason = keyof (typeof readingReasonTexts)['zh-CN'] & string
export type ReadingWarning = keyof (typeof readingWarningTexts)['zh-CN'] & string

/** Why a cell was not understood and what to do, as half a sentence to stand behind the name of its column. */
export function reasonText(
  failure: { readonly reason: ReadingReason; readonly candidates?: readonly string[] },
  locale: Locale,
): string {
  const text = messageOf(readingReasonTexts, locale, failure.reason)
  if (!failure.candidates || failure.candidates.length === 0) return text
  const list = failure.candidates.join(locale === 'zh-CN' ? '、' : ', ')
  return locale === 'zh-CN' ? `${text}（可能是：${list}）` : `${text} (perhaps: ${list})`
}

/** A warning, as half a sentence to stand behind the name of its column. */
export function warningText(warning: ReadingWarning, locale: Locale): string {
  return messageOf(readingWarningTexts, locale, warning)
}
