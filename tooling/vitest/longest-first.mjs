import { BaseSequencer } from 'vitest/node'

/** Files of one call each, behind which every check of a module stands: by their size they would come last. */
const longest = '/tests/conformance/'

/** Starts with what takes longest, so that at the end no worker waits for another's long file. The size of a file tells of the others. */
export class LongestFirst extends BaseSequencer {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const sorted = await super.sort(files)
    const isLong = (/** @type {import('vitest/node').TestSpecification} */ { moduleId }) => moduleId.includes(longest)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
