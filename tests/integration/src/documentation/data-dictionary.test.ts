import { readFileSync } from 'node:fs'
import { modules } from '@opendpf/app-server/modules'
import { expect, it } from 'vitest'

const dictionary = readFileSync(new URL('../../../../apps/docs/reference/data-dictionary.md', import.meta.url), 'utf8')

it.each(modules.map(({ module }) => module))('the data dictionary has the records of $id', ({ id, records }) => {
  for (const name of Object.keys(records)) expect(dictionary).toContain(`\`${id}.${name}\``)
})
