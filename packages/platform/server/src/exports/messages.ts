import { defineMessages } from '@opendpf/messages'

/** What exports say. */
export const exportTexts = defineMessages({
  'zh-CN': {
    watermark: '{{who}}于 {{when}} 从残疾人服务管理平台导出，用途：{{reason}}。含个人信息，仅限上述用途，用后删除。',
    yes: '是',
    no: '否',
    title: '{{record}}（{{when}}）',
    ownRequest: '批准自己的导出申请',
    approveStep: '审批',
    refuseStep: '不予批准',
    fetchStep: '下载',
  },
  en: {
    watermark:
      'Exported from OpenDPF by {{who}} on {{when}} for: {{reason}}. Holds personal data: for this purpose only, to be deleted after use.',
    yes: 'yes',
    no: 'no',
    title: '{{record}} ({{when}})',
    ownRequest: 'approve one’s own export',
    approveStep: 'approve',
    refuseStep: 'refuse',
    fetchStep: 'download',
  },
})
