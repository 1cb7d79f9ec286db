import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readAhead } from './read-ahead.js'

async function* numbers(log: string[], count: number, fails = false): AsyncGenerator<number> {
  try {
    for (let number = 0; number < count; number++) {
      log.push(`made ${number}`)
      yield number
    }
    if (fails) throw new Error('the file ends in the middle')
  } finally {
    log.push('closed')
  }
}

test('the next piece is made while one is worked on, and the order stays', async () => {
  const log: string[] = []
  for await (const number of readAhead(numbers(log, 3))) {
    await setTimeout(1)
    log.push(`worked on ${number}`)
  }
  expect(log).toEqual(['made 0', 'made 1', 'worked on 0', 'made 2', 'worked on 1', 'closed', 'worked on 2'])
})

test('a failure comes when its turn comes', async () => {
  const seen: number[] = []
  const walk = async (): Promise<void> => {
    for await (const number of readAhead(numbers([], 2, true))) {
      await setTimeout(1)
      seen.push(number)
    }
  }
  await expect(walk()).rejects.toThrow('the file ends in the middle')
  expect(seen).toEqual([0, 1])
})

test('a walk that is broken off closes its source', async () => {
  const log: string[] = []
  for await (const _ of readAhead(numbers(log, 9))) break
  expect(log).toEqual(['made 0', 'made 1', 'closed'])
})
