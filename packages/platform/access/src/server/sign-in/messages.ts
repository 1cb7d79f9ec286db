import type { FieldProblem } from '@opendpf/errors'
import { OpenDpfError } from '@opendpf/errors'
import { defineMessages, type Locale, type MessageParams, messageOf } from '@opendpf/messages'

/** What signing in says to a person. */
const signInMessages = defineMessages({
  'zh-CN': {
    credentials: '用户名或密码不正确，请核对后重试',
    code: '动态验证码不正确或已使用，请输入当前显示的验证码',
    recoveryCode: '恢复码不正确或已使用',
    current: '当前密码不正确',
    tooShort: '新密码至少 {{length}} 个字符',
    tooLong: '新密码不能超过 {{length}} 个字符',
    hasUsername: '新密码不能包含用户名',
    common: '新密码过于常见或过于简单，请换一个',
    same: '新密码不能与当前密码相同',
    missing: '请填写',
  },
  en: {
    credentials: 'The username or the password is wrong; check both and try again',
    code: 'The code is wrong or was used already; enter the one that is shown now',
    recoveryCode: 'The recovery code is wrong or was used already',
    current: 'The current password is wrong',
    tooShort: 'The new password needs at least {{length}} characters',
    tooLong: 'The new password must not exceed {{length}} characters',
    hasUsername: 'The new password must not contain the username',
    common: 'The new password is too common or too simple; choose another',
    same: 'The new password must differ from the current one',
    missing: 'Fill this in',
  },
})

export type SignInMessage = keyof (typeof signInMessages)['en'] & string

/** A problem of one field of a sign-in form. */
export function fieldError(path: string, key: SignInMessage, locale: Locale, params?: MessageParams): OpenDpfError {
  return new OpenDpfError('invalid-input', { fields: [problemAt(path, key, locale, params)] })
}

/** Name and password do not fit together: nobody is signed in, and the sentence says why. */
export function wrongCredentials(locale: Locale): OpenDpfError {
  return new OpenDpfError('not-signed-in', { fields: [problemAt('password', 'credentials', locale)] })
}

function problemAt(path: string, key: SignInMessage, locale: Locale, params?: MessageParams): FieldProblem {
  return { path, code: key, message: messageOf(signInMessages, locale, key, params) }
}
