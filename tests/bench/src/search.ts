import type { Deployment } from '@opendpf/app-server'
import type { PlacedRecord } from '@opendpf/kit'
import { persons } from '@opendpf/persons'
import { openReadPath, systemActor } from '@opendpf/server'

const times = 300

/** Searches of every kind, one after the other, in the server's own process: what the database and the read path take. */
export async function measureSearch({
  platform,
}: Deployment): Promise<readonly { readonly words: string; readonly p50: number; readonly p99: number }[]> {
  const read = openReadPath(platform, { ...systemActor, scope: { level: 'county', code: '990121' } })
  const record = persons.records.person as unknown as PlacedRecord
  const results: { words: string; p50: number; p99: number }[] = []
  for (const words of ['张', '张伟', '欧阳建国', '秀英', 'zhangwei', 'zw', 'ouyang']) {
    const taken: number[] = []
    for (let index = 0; index < times; index += 1) {
      const start = performance.now()
      await read.list(record, { filters: {}, search: words })
      taken.push(performance.now() - start)
    }
    taken.sort((a, b) => a - b)
    results.push({ words, p50: taken[times / 2] ?? Number.NaN, p99: taken[Math.floor(times * 0.99)] ?? Number.NaN })
  }
  return results
}
