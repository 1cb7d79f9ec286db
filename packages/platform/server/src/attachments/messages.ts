import { defineMessages } from '@opendpf/messages'

/** What is wrong with a file or with a list of files, and what to do about it. */
export const attachmentTexts = defineMessages({
  'zh-CN': {
    attachmentEmpty: '{{label}}：文件“{{name}}”没有内容，请重新扫描或另选文件',
    attachmentTooLarge: '{{label}}：文件“{{name}}”超过 {{limit}} MB，请降低扫描分辨率或分成几个文件后再上传',
    attachmentType: '{{label}}：文件“{{name}}”的实际格式不在可上传之列，请另存为 {{accepted}} 后再上传',
    attachmentPhonePhoto:
      '{{label}}：“{{name}}”是苹果手机的 HEIC 照片，浏览器无法显示。请在手机“设置-相机-格式”中选“兼容性最佳”后重拍，或在相册中截图、另存为 JPG 后再上传',
    attachmentDamaged: '{{label}}：文件“{{name}}”已损坏或不完整，请重新扫描或另选文件',
    attachmentInfected:
      '{{label}}：文件“{{name}}”中发现恶意程序（{{found}}），没有保存。请对来源电脑查毒，并告知系统管理员',
    attachmentTooMany: '{{label}}：您有 {{count}} 个文件已上传但尚未随记录保存，请先保存记录，或明天再上传',
    attachmentUnknown: '{{label}}：有文件不是由您上传到这一栏的，或上传后一天内没有保存，请重新上传',
  },
  en: {
    attachmentEmpty: '{{label}}: the file “{{name}}” is empty; scan it again or choose another',
    attachmentTooLarge:
      '{{label}}: the file “{{name}}” has more than {{limit}} MB; scan it at a lower resolution or in several files',
    attachmentType:
      '{{label}}: what is in the file “{{name}}” is of a kind that is not taken here; save it as {{accepted}} and upload it again',
    attachmentPhonePhoto:
      '{{label}}: “{{name}}” is a HEIC photo, which browsers do not show. On the iPhone choose Settings, Camera, Formats, “Most Compatible” and take it again, or save it as JPG and upload that',
    attachmentDamaged: '{{label}}: the file “{{name}}” is damaged or not complete; scan it again or choose another',
    attachmentInfected:
      '{{label}}: malware ({{found}}) was found in the file “{{name}}”, which was not kept. Check the computer it came from and tell the administrator',
    attachmentTooMany:
      '{{label}}: {{count}} files that you uploaded have not been saved with a record; save the record first, or upload more tomorrow',
    attachmentUnknown:
      '{{label}}: a file was not uploaded to this field by you, or not saved within a day; upload it again',
  },
})

export type AttachmentText = keyof (typeof attachmentTexts)['en'] & string
