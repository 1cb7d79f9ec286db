import type { Deployment } from '@opendpf/app-server'
import { generatePersons } from '@opendpf/demo-county'

/** What the loads ask for. */
export interface Sample {
  readonly ids: readonly string[]
  readonly numbers: readonly string[]
  readonly villages: readonly string[]
  /** Takes away what the floor wrote past the write path. */
  forgetFloor(): Promise<void>
}

const size = 5000

/** Some thousand persons and numbers of the county, spread over it. */
export async function sampleCounty({ platform }: Deployment): Promise<Sample> {
  const rows = await platform.pool.use({ level: 'all' }, (session) =>
    session.query<{ id: string; division: string }>({
      text: `select id, division from persons_person order by md5(id) limit ${size}`,
      values: [],
    }),
  )
  const numbers = [...generatePersons({ persons: size })].map(({ certificateNumber }) => certificateNumber)
  return {
    ids: rows.map(({ id }) => id),
    numbers,
    villages: [...new Set(rows.map(({ division }) => division))].slice(0, 200),
    async forgetFloor() {
      await platform.pool.use({ level: 'all' }, async (session) => {
        await session.query({ text: `delete from certificates_certificate where id like 'floor-%'`, values: [] })
        await session.query({ text: `delete from persons_person where id like 'floor-%'`, values: [] })
      })
    },
  }
}
