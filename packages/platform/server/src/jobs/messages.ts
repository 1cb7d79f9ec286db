import { defineMessages } from '@opendpf/messages'

/** Why a job ended other than well. */
export const jobEndTexts = defineMessages({
  'zh-CN': {
    unknownKind: '本系统没有“{{kind}}”这类任务，可能相应的业务模块已停用。请联系系统管理员。',
    actorGone: '发起人的账号已停用或已删除，任务没有执行。如仍需要，请由在岗人员重新发起。',
    interrupted:
      '任务执行时服务器异常中断，已重试 {{attempts}} 次仍未完成。已完成的步骤保留，请联系系统管理员后重新发起。',
    lost: '任务队列中找不到这项任务，可能数据库由旧备份恢复。请重新发起。',
    badInput: '任务的参数不符合要求，没有执行。请重新发起。',
    retrying: '第 {{attempts}} 次执行失败，系统将自动重试。原因：{{detail}}',
    failed: '{{detail}}',
    stopping: '正在取消，完成当前步骤后停止。',
    cancelled: '已由 {{who}} 取消。',
  },
  en: {
    unknownKind:
      'This system has no job of the kind “{{kind}}”; perhaps its module was taken out. Ask the administrator.',
    actorGone:
      'The account that asked for the job was disabled or deleted, so it did not run. Ask for it again from an active account.',
    interrupted:
      'The server ended abnormally while the job ran; {{attempts}} attempts did not complete it. Steps that were done stay. Ask the administrator, then start it again.',
    lost: 'The job is not in the queue; perhaps an older backup was restored. Start it again.',
    badInput: 'The job was given input it cannot work with and did not run. Start it again.',
    retrying: 'Attempt {{attempts}} failed; the system will try again by itself. Cause: {{detail}}',
    failed: '{{detail}}',
    stopping: 'Being cancelled; it stops after the present step.',
    cancelled: 'Cancelled by {{who}}.',
  },
})
