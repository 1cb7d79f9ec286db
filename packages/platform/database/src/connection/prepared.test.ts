import { expect, test } from 'vitest'
import { createStatementNames } from './prepared.js'

test('a statement has a name from its second time on, and keeps it', () => {
  const nameOf = createStatementNames()
  expect(nameOf('select 1')).toBeUndefined()
  const name = nameOf('select 1')
  expect(name).toBeDefined()
  expect(nameOf('select 1')).toBe(name)
  nameOf('select 2')
  expect(nameOf('select 2')).not.toBe(name)
})

test('texts without end do not become names without end', () => {
  const nameOf = createStatementNames()
  const names = new Set<string>()
  for (let index = 0; index < 2000; index += 1) {
    nameOf(`select ${index}`)
    const name = nameOf(`select ${index}`)
    if (name !== undefined) names.add(name)
  }
  expect(names.size).toBe(300)
  expect(nameOf('select 0')).toBeDefined()
})
