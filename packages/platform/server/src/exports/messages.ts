import { defineMessages } from '@opendpf/messages'

/** What exports say. */
export const exportTexts = defineMessages({
  'zh-CN': {
    watermark: '{{who}}于 {{when}} 从残疾人服务管理平台导出，用途：{{reason}}。含个人信息，仅限上述用途，用后删除。',
    yes: '是',
    no: '否',
    title: '{{record}}（{{when}}）',
    askerMoved: '申请人的管辖范围在申请之后有变动，已不含申请时的范围，不能批准。请不予批准，由申请人重新申请。',
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
    askerMoved:
      'Whoever asked works in another division since, which does not hold what was asked for. Refuse the request and have it made anew.',
    ownRequest: 'approve one’s own export',
    approveStep: 'approve',
    refuseStep: 'refuse',
    fetchStep: 'download',
  },
})
