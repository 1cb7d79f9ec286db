import { defineMessages } from '@opendpf/messages'

/** Texts of every {@link SheetErrorCode}: what happened, and what to do about it. */
export const sheetErrorTexts = defineMessages({
  'zh-CN': {
    FILE_EMPTY: '文件是空的，没有任何内容。请确认选对了文件后重新上传。',
    FILE_TOO_LARGE: '文件超过 {{limit}} MB 的上限。请按乡镇拆成几个文件后分别上传。',
    FILE_DAMAGED: '文件已损坏，无法读取。请用 Excel 或 WPS 打开并另存为“.xlsx”文件后重新上传。',
    FILE_ENCRYPTED: '文件设有打开密码，无法读取。请用 Excel 或 WPS 打开，取消密码后另存，再重新上传。',
    OLD_EXCEL_FILE: '这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为“.xlsx”文件后重新上传。',
    BINARY_EXCEL_FILE: '这是二进制工作簿（.xlsb）。请用 Excel 或 WPS 打开，另存为“.xlsx”文件后重新上传。',
    OPEN_DOCUMENT_FILE: '这是 OpenDocument 表格（.ods）。请另存为“.xlsx”文件后重新上传。',
    HTML_FILE: '这是网页文件，只是扩展名写成了表格。请用 Excel 或 WPS 打开，另存为“.xlsx”文件后重新上传。',
    XML_SPREADSHEET_FILE: '这是“XML 表格 2003”文件。请用 Excel 或 WPS 打开，另存为“.xlsx”文件后重新上传。',
    NOT_A_SPREADSHEET: '这不是表格文件。请上传“.xlsx”或“.csv”文件。',
    TEXT_NOT_READABLE: '无法识别文件的文字编码。请用 Excel 或 WPS 打开，另存为“.xlsx”文件后重新上传。',
    UNPACKS_TOO_LARGE:
      '文件展开后超过 {{limit}} MB 的上限，已停止读取。请清除表格中多余的格式和空行，或拆成几个文件后重新上传。',
    TOO_MANY_SHEETS: '工作表超过 {{limit}} 张的上限。请拆成几个文件后分别上传。',
    TOO_MANY_ROWS: '工作表“{{sheet}}”超过 {{limit}} 行的上限。请拆成几个文件后分别上传。',
    TOO_MANY_COLUMNS: '工作表“{{sheet}}”第 {{row}} 行超过 {{limit}} 列的上限。请删去多余的列后重新上传。',
    CELL_TOO_LONG: '工作表“{{sheet}}”单元格 {{cell}} 的文字超过 {{limit}} 个字的上限。请缩短后重新上传。',
    SHEET_NOT_FOUND: '文件里没有工作表“{{sheet}}”。请核对工作表名称。',
    VALUE_NOT_WRITABLE: '第 {{row}} 行第 {{column}} 列的内容不能写入表格。请检查该字段的数据。',
  },
  en: {
    FILE_EMPTY: 'The file is empty. Check that you chose the right file and upload it again.',
    FILE_TOO_LARGE: 'The file exceeds the limit of {{limit}} MB. Split it, for example by town, and upload the parts.',
    FILE_DAMAGED:
      'The file is damaged and cannot be read. Open it in Excel or WPS, save it as .xlsx and upload it again.',
    FILE_ENCRYPTED:
      'The file is protected by a password. Open it in Excel or WPS, remove the password, save and upload it again.',
    OLD_EXCEL_FILE: 'This is an old Excel file (.xls). Open it in Excel or WPS, save it as .xlsx and upload it again.',
    BINARY_EXCEL_FILE:
      'This is a binary workbook (.xlsb). Open it in Excel or WPS, save it as .xlsx and upload it again.',
    OPEN_DOCUMENT_FILE: 'This is an OpenDocument spreadsheet (.ods). Save it as .xlsx and upload it again.',
    HTML_FILE:
      'This is a web page under a spreadsheet name. Open it in Excel or WPS, save it as .xlsx and upload it again.',
    XML_SPREADSHEET_FILE:
      'This is an “XML Spreadsheet 2003” file. Open it in Excel or WPS, save it as .xlsx and upload it again.',
    NOT_A_SPREADSHEET: 'This is not a spreadsheet. Upload an .xlsx or .csv file.',
    TEXT_NOT_READABLE:
      'The text encoding of the file is not recognised. Open it in Excel or WPS, save it as .xlsx and upload it again.',
    UNPACKS_TOO_LARGE:
      'The file unpacks to more than {{limit}} MB; reading was stopped. Clear needless formats and empty rows, or split the file.',
    TOO_MANY_SHEETS: 'The workbook has more than {{limit}} sheets. Split it and upload the parts.',
    TOO_MANY_ROWS: 'Sheet “{{sheet}}” has more than {{limit}} rows. Split it and upload the parts.',
    TOO_MANY_COLUMNS:
      'Row {{row}} of sheet “{{sheet}}” has more than {{limit}} columns. Delete the needless ones and upload the file again.',
    CELL_TOO_LONG:
      'Cell {{cell}} of sheet “{{sheet}}” holds more than {{limit}} characters. Shorten it and upload the file again.',
    SHEET_NOT_FOUND: 'The file has no sheet “{{sheet}}”. Check the name of the sheet.',
    VALUE_NOT_WRITABLE:
      'The value in row {{row}}, column {{column}} cannot be written to a sheet. Check the data of that field.',
  },
})

/** Why a file cannot be read or a sheet not written. */
export type SheetErrorCode = keyof (typeof sheetErrorTexts)['zh-CN'] & string
