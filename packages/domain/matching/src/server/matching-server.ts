import { eligibilityId } from '@opendpf/eligibility'
import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { matching } from '../contract/index.js'
import { differenceGuards, differenceHooks } from './difference-hooks.js'
import { entryGuards, entryHooks } from './entry-hooks.js'
import { compareJob, forgetJob } from './jobs.js'
import { listFactSource } from './list-fact.js'
import { listGuards, listHooks } from './list-hooks.js'
import { matchingMeasures } from './measures.js'
import { migrations } from './migrations.js'

/** The server half of the engine of data matching. */
export const matchingServer = implementModule(matching, {
  migrations,
  hooks: { list: listHooks, entry: entryHooks, difference: differenceHooks },
  guards: { ...listGuards, ...entryGuards, ...differenceGuards },
  provides: { [figuresId]: matchingMeasures, [eligibilityId]: listFactSource },
  jobs: { compare: compareJob, forget: forgetJob },
})
