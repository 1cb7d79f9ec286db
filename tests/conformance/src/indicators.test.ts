import { modules as served } from '@opendpf/app-server/modules'
import { checkIndicators } from '@opendpf/figures/reading'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

// a module that is served is checked without a word here
const withIndicators = served.map(({ module }) => module).filter(({ declares }) => 'figures' in declares)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules: served })
}, 60_000)
afterAll(() => server.stop())

it.each(withIndicators.map(({ id }) => id))(
  'the indicators of %s are what they declare, and are led to by an index',
  {
    timeout: 60_000,
  },
  async (id) => {
    expect(await server.write((context) => checkIndicators(context, id))).toEqual([])
  },
)
