import { activitiesServer } from '@opendpf/activities/server'
import { certificatesServer } from '@opendpf/certificates/server'
import { eligibilityServer } from '@opendpf/eligibility/server'
import { checkIndicators } from '@opendpf/figures/reading'
import { figuresServer } from '@opendpf/figures/server'
import { fundsServer } from '@opendpf/funds/server'
import { matchingServer } from '@opendpf/matching/server'
import { noticesServer } from '@opendpf/notices/server'
import { organisationsServer } from '@opendpf/organisations/server'
import { paymentsServer } from '@opendpf/payments/server'
import { personsServer } from '@opendpf/persons/server'
import { povertyReliefServer } from '@opendpf/poverty-relief/server'
import { programmesServer } from '@opendpf/programmes/server'
import { rehabServer } from '@opendpf/rehab/server'
import { surveysServer } from '@opendpf/surveys/server'
import { startTestServer, type TestServer } from '@opendpf/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

const modules = [
  personsServer,
  organisationsServer,
  noticesServer,
  certificatesServer,
  figuresServer,
  activitiesServer,
  surveysServer,
  fundsServer,
  eligibilityServer,
  povertyReliefServer,
  programmesServer,
  paymentsServer,
  matchingServer,
  rehabServer,
]
const withIndicators = modules.map(({ module }) => module).filter(({ declares }) => 'figures' in declares)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ modules })
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
