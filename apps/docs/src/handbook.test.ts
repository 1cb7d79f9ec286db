import { readFile } from 'node:fs/promises'
import { adminMessages } from '@opendpf/admin/messages'
import { expect, it } from 'vitest'
import { registry } from './modules.js'

const locale = 'zh-CN'

it('names only what stands on the screen', async () => {
  const handbook = await readFile(new URL('../handbook.zh-CN.md', import.meta.url), 'utf8')
  const named = [...handbook.matchAll(/“([^”]+)”/g)].flatMap(([, words = '']) => words.split(' → '))
  const shown = new Set(
    [adminMessages, ...registry.modules.map(({ messages }) => messages)].flatMap((texts) =>
      Object.values(texts[locale]),
    ),
  )
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter((words) => !shown.has(words))).toEqual([])
})
