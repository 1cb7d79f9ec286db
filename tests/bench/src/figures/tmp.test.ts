import { it } from 'vitest'

it('runs', async () => {
  await import('./run.js')
}, 600_000)
