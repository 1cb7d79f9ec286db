import { expect, it } from 'vitest'
import { dataDictionary } from './data-dictionary.js'
import { registry } from './modules.js'

// after a change of a contract: `vitest run -u` in this folder writes it anew
it('is what the contracts say', async () => {
  await expect(dataDictionary(registry)).toMatchFileSnapshot('../reference/data-dictionary.md')
})
