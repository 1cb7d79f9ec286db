import { expect, test } from 'vitest'
import { backupMessages } from '../backup/messages.js'
import { OwnedServerError } from './errors.js'
import { ownedServerMessages } from './messages.js'

const all = Object.entries({ ...ownedServerMessages, ...backupMessages })

test.each(all)('%s says the same facts in both languages', (_code, texts) => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  expect(places(texts.en)).toEqual(places(texts['zh-CN']))
})

test.each(all)('%s is Chinese in the one and has none in the other', (_code, texts) => {
  expect(texts['zh-CN']).toMatch(/\p{Script=Han}/u)
  expect(texts.en).not.toMatch(/\p{Script=Han}/u)
})

test('an error reads in Chinese first, and in either language', () => {
  const error = new OwnedServerError('OWNED_WRONG_MODE', { path: '/srv/opendpf/postgres' })
  expect(error.message).toBe(
    '数据目录 /srv/opendpf/postgres 的权限过宽，PostgreSQL 拒绝打开。数据未作任何改动。请执行：chmod 700 /srv/opendpf/postgres，再重新启动。',
  )
  expect(error.text('en')).toContain('Run: chmod 700 /srv/opendpf/postgres')
})
