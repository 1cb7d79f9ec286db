import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { certificateEvents } from './events.js'

it('events keep their shape: whoever listens to them was built on it', async () => {
  const shapes = Object.fromEntries(
    Object.entries(certificateEvents).map(([name, schema]) => [`certificates.${name}`, z.toJSONSchema(schema)]),
  )
  const promised = JSON.parse(await readFile(new URL('./events.golden.json', import.meta.url), 'utf8'))
  expect(shapes).toEqual(promised)
})

it('events carry ids alone: nothing of a person leaves with them', () => {
  for (const [name, schema] of Object.entries(certificateEvents))
    expect(Object.keys(schema.shape).toSorted(), name).toEqual(['case', 'id', 'person'])
})
