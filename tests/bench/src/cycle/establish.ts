import { bookOf, eligibilityModule } from '@opendpf/eligibility'
import { places, type TestServer } from '@opendpf/testing'

const { parameter } = eligibilityModule.records
const standard = 100_00
const since = '2026-06-01'

/** A county that has decided what is left to it: every programme is established, and every standard is set. */
export async function establish(server: TestServer): Promise<void> {
  await server.write(async ({ registry, write }) => {
    for (const [name, { kind, national = [] }] of bookOf(registry).parameters) {
      const value =
        kind === 'flag' && /\.has[A-Z]/.test(name) ? true : kind === 'money' && national.length === 0 ? standard : null
      if (value === null) continue
      const { id, version } = await write.create(parameter, {
        name,
        region: places.county,
        since,
        value,
        documentTitle: '测试文件',
        documentNumber: '测试〔2026〕1号',
      })
      await write.transition(parameter, { id, version, verb: 'enact', values: { grounds: '测试' } })
    }
  })
}
