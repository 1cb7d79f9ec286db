import { defineRecord, division, flag, instant, name, optional, text } from '@opendpf/kit'

/**
 * Somebody who signs in. The posting division is his territory; what he may do there is said by his grants. Signing in itself
 * (password, second factor, sessions) is kept apart and never part of the record.
 */
export const user = defineRecord({
  fields: {
    username: text({ max: 32, headings: ['用户名', '账号', '登录名'] }),
    name: name({ headings: ['姓名', '用户姓名'] }),
    division: division({ headings: ['所在区划', '所属区划', '单位区划'] }),
    /** Territory is the whole deployment, not the posting division: for those who run it. */
    isEverywhere: optional(flag()),
    isDisabled: optional(flag()),
    passwordResetAt: optional(instant()),
    secondFactorResetAt: optional(instant()),
    unlockedAt: optional(instant()),
  },
  scope: 'division',
  title: 'name',
  search: ['name'],
  list: {
    columns: ['username', 'name', 'division', 'isDisabled'],
    filters: ['isDisabled', 'isEverywhere'],
    orders: ['username', 'name'],
  },
  sections: [
    { title: 'user.section.user', fields: ['username', 'name', 'division', 'isEverywhere', 'isDisabled'] },
    { title: 'user.section.security', fields: ['passwordResetAt', 'secondFactorResetAt', 'unlockedAt'] },
  ],
  operations: ['create', 'update', 'remove'],
})

/** Lower-case Latin letters, digits and `. _ -` in between; 3 to 32 characters. */
export function isUsername(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]$/.test(text)
}

/** How a username is compared and stored: full-width and capital letters are the same name. */
export function normaliseUsername(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
