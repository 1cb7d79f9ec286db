/** What a record says whose steps have days (`keepDaysInOrder`): its module has them as `<record>.problem.future` and `.order`. */
export const dayTexts = {
  'zh-CN': { 'problem.future': '{{label}}不能晚于今天', 'problem.order': '{{label}}不能早于前一步的日期' },
  en: {
    'problem.future': '{{label}} cannot be after today',
    'problem.order': '{{label}} cannot be before the step that precedes it',
  },
} as const
