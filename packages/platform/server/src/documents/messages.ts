import { defineMessages } from '@opendpf/messages'

/** What printing says. */
export const documentTexts = defineMessages({
  'zh-CN': {
    print: '打印',
    preview: '预览',
    reprint: '再次打印',
    file: '{{document}}（{{title}}）第{{copy}}份.pdf',
    previewFile: '{{document}}（预览）.pdf',
    batchFile: '{{document}}（{{count}}份）.pdf',
    undrawable: '系统字库没有以下字符，无法打印：{{characters}}。请核对文字；确有此字的请与管理员联系增补字库',
    fetchStep: '下载批量打印文件',
  },
  en: {
    print: 'print',
    preview: 'preview',
    reprint: 'print again',
    file: '{{document}} ({{title}}) copy {{copy}}.pdf',
    previewFile: '{{document}} (preview).pdf',
    batchFile: '{{document}} ({{count}} copies).pdf',
    undrawable:
      'The fonts of this system lack these characters: {{characters}}. Check the text; if it is right, ask the administrator to add a font',
    fetchStep: 'download the batch',
  },
})
