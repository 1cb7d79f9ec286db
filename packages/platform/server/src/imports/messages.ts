import { defineMessages } from '@opendpf/messages'

/** What an import says of a row or a file, beside what cells and the write path say themselves. */
export const importTexts = defineMessages({
  'zh-CN': {
    systemId: '系统编号',
    filesApart: '附件（{{labels}}）不能用表格导入，请导入后在记录页面逐条上传。',
    town: '乡镇（街道）',
    village: '村（社区）',
    disability: '残疾类别等级',
    divisionUnknown: '“{{label}}”：区划表中没有“{{text}}”，请核对名称。{{nearest}}',
    divisionOutside: '“{{label}}”：“{{text}}”不在您的管辖范围内',
    divisionAmbiguous: '“{{label}}”：有多个“{{text}}”，请同时写明乡镇（街道），或填写 12 位区划代码（{{candidates}}）',
    nearest: '是否为：{{names}}？',
    referenceUnknown: '“{{label}}”：没有找到这个号码对应的{{target}}，或不在您的管辖范围内，请先登记',
    referenceAmbiguous: '“{{label}}”：这个号码对应多个{{target}}，请改填系统编号',
    idUnknown: '没有系统编号为 {{id}} 的{{record}}，或不在您的管辖范围内；新增记录请将系统编号留空',
    matchAmbiguous: '{{label}}与 {{count}} 条已有{{record}}相同，无法确定更新哪一条，请先合并或更正',
    twiceInFile: '{{label}}在表中出现多次：{{rows}}，请只保留一行',
    rowOfSheet: '“{{sheet}}”第 {{number}} 行',
    row: '第 {{number}} 行',
    registeredElsewhere: '{{label}}已在其他地区登记，不能重复登记，请联系上级残联办理迁移',
    linkedToOther: '{{label}}已登记在另一名{{target}}名下，请核对',
    changedSince: '核对之后，这条{{record}}已被他人修改，请重新核对后再导入',
    markAlone: '“{{label}}”：这一行没有写明是哪位{{record}}，无法登记',
    markEarlier: '“{{label}}”：已登记有晚于 {{day}} 开始的时段，未作改动，请在人员页面核对',
    listDateAhead: '名单日期不能晚于今天（{{today}}）',
    masked: '“{{label}}”：填写的号码被遮盖，无法导入，请填写完整号码，或将该格留空',
    openEnd: '“{{label}}”：填写的是“长期”，未作为日期导入',
    fraction: '“{{label}}”：金额最多两位小数',
    fileGone: '文件已超过保留期并已删除，请重新上传',
    planFirst: '请先核对，再导入',
    nothingToImport: '没有可以导入的行',
    rowsRefused: '导入时有 {{count}} 行被拒绝（如{{rows}}），按“全部成功才导入”的方式，未导入任何数据。请重新核对。',
    touched: '撤销未执行：导入的数据中有 {{count}} 条在导入后又被修改（{{what}}），撤销会丢失这些修改。请逐条处理。',
    stillUsed: '撤销未执行：{{what}}已被其他记录引用，请先处理引用它的记录。',
    unknownColumn: '列的对应关系中有无法识别的栏目“{{field}}”',
    fieldTwice: '有两列都对应“{{field}}”，请只保留一列',
    noHeading: '第 {{column}} 列',
    hasProblems: '有 {{count}} 行存在问题，请改正后重新上传，或选择“只导入没有问题的行”',
    planStep: '核对',
    runStep: '导入',
    undoStep: '撤销导入',
  },
  en: {
    filesApart:
      'Files ({{labels}}) cannot be imported with a sheet; upload them on the page of each record afterwards.',
    systemId: 'System number',
    town: 'Town',
    village: 'Village',
    disability: 'Disability category and grade',
    divisionUnknown: '“{{label}}”: the list of divisions has no “{{text}}”; check the name. {{nearest}}',
    divisionOutside: '“{{label}}”: “{{text}}” lies outside your division',
    divisionAmbiguous:
      '“{{label}}”: there are several “{{text}}”; give the town too, or the 12-digit code ({{candidates}})',
    nearest: 'Did you mean: {{names}}?',
    referenceUnknown:
      '“{{label}}”: no {{target}} with this number was found, or it lies outside your division; register it first',
    referenceAmbiguous: '“{{label}}”: this number belongs to several {{target}}; give the system number instead',
    idUnknown:
      'There is no {{record}} with the system number {{id}}, or it lies outside your division; leave the system number empty for a new one',
    matchAmbiguous:
      '{{label}} is the same as that of {{count}} existing {{record}}; which one to update cannot be known; merge or correct them first',
    twiceInFile: '{{label}} occurs more than once in the file: {{rows}}; keep one row only',
    rowOfSheet: '“{{sheet}}” row {{number}}',
    row: 'row {{number}}',
    registeredElsewhere:
      '{{label}} is registered in another area and cannot be registered twice; ask the federation above to transfer it',
    linkedToOther: '{{label}} is registered under another {{target}}; check it',
    changedSince: 'This {{record}} was changed by somebody after the check; check the file again before importing it',
    markAlone: '“{{label}}”: the row does not say which {{record}} it is about',
    markEarlier:
      '“{{label}}”: a period that begins after {{day}} is registered already; nothing was changed; check it on the page of the person',
    listDateAhead: 'The day of the list cannot lie after today ({{today}})',
    masked: '“{{label}}”: the number is masked and cannot be imported; give the whole number or leave the cell empty',
    openEnd: '“{{label}}”: it says “no end”, which was not imported as a date',
    fraction: '“{{label}}”: an amount has two decimals at most',
    fileGone: 'The file was deleted at the end of its retention; upload it again',
    planFirst: 'Check the file before importing it',
    nothingToImport: 'There is no row to import',
    rowsRefused:
      '{{count}} rows were refused while importing (such as {{rows}}); since all rows or none were asked for, nothing was imported. Check the file again.',
    touched:
      'Not undone: {{count}} of the imported entries were changed since ({{what}}), and undoing would lose those changes. Deal with them one by one.',
    stillUsed: 'Not undone: {{what}} is referred to by other entries; deal with those first.',
    unknownColumn: 'The columns name an unknown field “{{field}}”',
    fieldTwice: 'Two columns are given the field “{{field}}”; keep one',
    noHeading: 'column {{column}}',
    hasProblems:
      '{{count}} rows have problems; correct them and upload the file again, or import only the rows without problems',
    planStep: 'check',
    runStep: 'import',
    undoStep: 'undo the import',
  },
})

export type ImportTextKey = keyof (typeof importTexts)['en'] & string
