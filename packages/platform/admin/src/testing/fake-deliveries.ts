import type { FakeRequest } from './fake-answers.js'
import { json } from './fake-answers.js'

const at = '2026-11-24T01:30:00.000Z'

/** Events on their way to another system and to a module; one of them was given up. */
export function createFakeDeliveries() {
  const deliveries = [
    { event: 'e2', name: 'devices.lent', target: 'webhook:w1', state: 'dead', attempts: 8, answer: 503 },
    { event: 'e1', name: 'devices.lent', target: 'module:devices', state: 'done', attempts: 1, answer: null },
  ].map((delivery) => ({ ...delivery, at, message: null, nextAt: null as string | null }))
  return {
    handle: ({ method, path, query, body }: FakeRequest): Response | undefined => {
      if (path === '/system/webhooks') return json({ rows: [{ id: 'w1', title: '省级平台' }] })
      if (path === '/system/schedules')
        return json({ schedules: [{ job: 'system.runClocks', title: '计算办理期限', dueAt: at, lastAt: null }] })
      if (path === '/system/deliveries/retry' && method === 'POST') {
        const found = deliveries.find(({ event, target }) => event === body.event && target === body.target)
        if (found) Object.assign(found, { state: 'waiting', attempts: 0, nextAt: at })
        return json(undefined, 204)
      }
      if (path !== '/system/deliveries') return undefined
      const state = query.get('state')
      return json({ deliveries: deliveries.filter((delivery) => state === null || delivery.state === state) })
    },
  }
}
