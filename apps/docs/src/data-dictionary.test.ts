import { access } from '@opendpf/access'
import { certificates } from '@opendpf/certificates'
import { createRegistry } from '@opendpf/kit'
import { organisations } from '@opendpf/organisations'
import { persons } from '@opendpf/persons'
import { system } from '@opendpf/server/system'
import { expect, it } from 'vitest'
import { dataDictionary } from './data-dictionary.js'

// after a change of a contract: `vitest run -u` in this folder writes it anew
it('is what the contracts say', async () => {
  await expect(
    dataDictionary(createRegistry([persons, certificates, organisations, access, system])),
  ).toMatchFileSnapshot('../reference/data-dictionary.md')
})
