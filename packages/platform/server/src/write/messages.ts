import { defineMessages } from '@opendpf/messages'

/** What the write path itself refuses, whatever the record. */
export const writeMessages = defineMessages({
  'zh-CN': {
    referenceMissing: '{{label}}指向的记录不存在，或不在您的管辖范围内',
    divisionUnknown: '{{label}}“{{code}}”不在区划表中，请先维护区划或改选',
    divisionOutside: '{{label}}不在您的管辖范围内',
    duplicate: '{{label}}已经登记过，请先查询已有记录',
    requiredByStep: '办理这一步之前请填写{{label}}',
    neededByDocument: '打印之前请填写{{label}}',
    documentFirst: '请先打印“{{document}}”；打印后又修改过的，请重新打印',
    derived: '{{label}}由系统计算，不能填写',
    notWithStep: '{{label}}不在这一步填写，请删除',
    invalid: '{{label}}填写有误',
  },
  en: {
    referenceMissing: '{{label}} names a record that does not exist or lies outside your division',
    divisionUnknown: '{{label}} “{{code}}” is not in the list of divisions; add it or choose another',
    divisionOutside: '{{label}} lies outside your division',
    duplicate: '{{label}} is registered already; search for the existing record',
    requiredByStep: 'Fill in {{label}} before this step',
    neededByDocument: 'Fill in {{label}} before printing',
    documentFirst: 'Print “{{document}}” first; print it again where the record was changed since',
    derived: '{{label}} is computed and cannot be entered',
    notWithStep: '{{label}} is not entered with this step; leave it out',
    invalid: '{{label}} is not valid',
  },
})
