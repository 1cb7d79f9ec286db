import type { ErrorCode } from './codes.js'

type Texts = Readonly<Record<ErrorCode, { readonly title: string; readonly detail: string }>>

/** What each code says to a person: what happened, where, and what to do. `{{name}}` takes a parameter. */
export const errorTexts: { readonly 'zh-CN': Texts; readonly en: Texts } = {
  'zh-CN': {
    'invalid-request': { title: '请求有误', detail: '请求中的“{{what}}”缺失或无法识别，请检查后重试。' },
    'not-signed-in': { title: '请先登录', detail: '您尚未登录或登录已过期，请重新登录。' },
    'second-factor-required': { title: '需要第二重验证', detail: '请输入动态验证码完成登录。' },
    'password-change-required': { title: '请先修改密码', detail: '首次登录或密码已被重置，请先设置新密码。' },
    'permission-denied': { title: '没有权限', detail: '您的角色没有“{{needed}}”权限，如确有需要，请联系安全管理员。' },
    'another-person-required': {
      title: '须由另一人办理',
      detail: '这条记录的“{{before}}”是您办理的，按照岗位分离的要求，“{{step}}”须由另一人办理，请转交其他经办人。',
    },
    'reason-required': {
      title: '须说明理由',
      detail: '这份文件含敏感个人信息，须说明理由后查看；理由会记入访问日志。',
    },
    'not-found': { title: '没有找到', detail: '没有找到这条记录，可能已被删除，或不在您的管辖范围内。' },
    'method-not-allowed': { title: '不支持的操作', detail: '这个地址不支持该操作。' },
    duplicate: { title: '已经存在', detail: '“{{what}}”已经登记过，不能重复登记。请先查询已有记录。' },
    'wrong-state': {
      title: '当前状态不能这样办理',
      detail: '当前状态下不能执行“{{step}}”。请刷新页面，查看最新状态。',
    },
    'still-in-use': { title: '仍在使用', detail: '还有 {{count}} 条“{{what}}”引用这条记录，请先处理后再删除。' },
    'version-conflict': {
      title: '记录已被他人修改',
      detail: '您打开之后，这条记录已被修改。请刷新后核对，再重新提交；您填写的内容没有丢失。',
    },
    'too-large': { title: '内容过大', detail: '提交的内容超过上限（{{limit}}），请拆分后再提交。' },
    'unsupported-media-type': { title: '格式不支持', detail: '不支持这种内容格式，请使用 {{accepted}}。' },
    'invalid-input': { title: '填写有误', detail: '有 {{count}} 处需要修改，请按提示改正后重新提交。' },
    'idempotency-key-reused': {
      title: '重复提交标识被改用',
      detail: '同一个重复提交标识用于了不同的内容，请刷新页面后重新提交。',
    },
    'locked-out': {
      title: '账号已临时锁定',
      detail: '连续多次登录失败，账号已临时锁定，请于 {{minutes}} 分钟后再试，或联系安全管理员。',
    },
    'version-required': { title: '缺少版本号', detail: '修改记录时须带上所见版本（If-Match），请刷新页面后重试。' },
    'too-many-requests': { title: '操作过于频繁', detail: '操作过于频繁，请 {{seconds}} 秒后再试。' },
    internal: {
      title: '系统出错',
      detail: '系统处理时出错，您的内容没有保存。请稍后重试；如仍出错，请把编号 {{reference}} 告诉系统管理员。',
    },
    unavailable: { title: '暂时无法提供服务', detail: '数据库暂时无法连接，正在自动恢复，请稍后重试。' },
  },
  en: {
    'invalid-request': {
      title: 'Bad request',
      detail: '“{{what}}” is missing from the request or is not understood. Check it and try again.',
    },
    'not-signed-in': {
      title: 'Sign in first',
      detail: 'You are not signed in, or your session has expired. Sign in again.',
    },
    'second-factor-required': {
      title: 'Second factor needed',
      detail: 'Enter the one-time code to finish signing in.',
    },
    'password-change-required': {
      title: 'Change your password first',
      detail: 'This is your first sign-in, or your password was reset. Set a new one first.',
    },
    'permission-denied': {
      title: 'Not allowed',
      detail: 'Your role lacks the permission “{{needed}}”. Ask the security administrator if you need it.',
    },
    'another-person-required': {
      title: 'Another person has to do this',
      detail: 'You did “{{before}}” on this record yourself, so “{{step}}” is for somebody else. Hand it over.',
    },
    'reason-required': {
      title: 'A reason is needed',
      detail: 'This file holds sensitive personal data. Give a reason to open it; the reason is logged.',
    },
    'not-found': { title: 'Not found', detail: 'There is no such record, or it lies outside your division.' },
    'method-not-allowed': { title: 'Not supported', detail: 'This address does not support that operation.' },
    duplicate: {
      title: 'Already registered',
      detail: '“{{what}}” is registered already and cannot be registered twice. Search for the existing record.',
    },
    'wrong-state': {
      title: 'Not possible in this state',
      detail: '“{{step}}” is not possible in the present state. Reload the page to see the latest.',
    },
    'still-in-use': {
      title: 'Still in use',
      detail: '{{count}} “{{what}}” still refer to this record. Deal with them before deleting it.',
    },
    'version-conflict': {
      title: 'Changed by somebody else',
      detail: 'The record was changed after you opened it. Reload, compare and submit again; what you typed is kept.',
    },
    'too-large': {
      title: 'Too large',
      detail: 'The content exceeds the limit ({{limit}}). Split it and submit again.',
    },
    'unsupported-media-type': {
      title: 'Format not supported',
      detail: 'This content format is not supported. Use {{accepted}}.',
    },
    'invalid-input': {
      title: 'Some fields need attention',
      detail: '{{count}} field(s) need correcting. Follow the hints and submit again.',
    },
    'idempotency-key-reused': {
      title: 'Submission key reused',
      detail: 'The same submission key was used for different content. Reload the page and submit again.',
    },
    'locked-out': {
      title: 'Account locked for now',
      detail: 'Too many failed sign-ins. Try again in {{minutes}} minutes or ask the security administrator.',
    },
    'version-required': {
      title: 'Version missing',
      detail: 'A change must carry the version you saw (If-Match). Reload the page and try again.',
    },
    'too-many-requests': { title: 'Too many requests', detail: 'Too many requests. Try again in {{seconds}} seconds.' },
    internal: {
      title: 'Something went wrong',
      detail:
        'The server failed and nothing was saved. Try again later; if it persists, tell the administrator reference {{reference}}.',
    },
    unavailable: {
      title: 'Temporarily unavailable',
      detail: 'The database cannot be reached; recovery is under way. Try again shortly.',
    },
  },
}
