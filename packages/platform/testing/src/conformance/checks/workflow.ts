import { inputFields, stepsOf } from '@opendpf/kit'
import { inspectModule } from '@opendpf/kit/server'
import type { Check } from '../check.js'

/** Every workflow can be begun, ended, and stepped through, and nothing waits for nobody. */
export const workflowCheck: Check = {
  name: 'workflow',
  title: 'has workflows whose every state is reached, waits for somebody and leads to an end',
  run({ module, implementation, records }, report) {
    for (const finding of inspectModule(implementation)) report(module.id, finding)
    for (const record of records) {
      const fillable = inputFields(record)
      for (const [verb, step] of stepsOf(record)) {
        // a step of the system fills what it computed
        const known = step.by === 'system' ? Object.keys(record.fields) : fillable
        for (const field of step.requires ?? [])
          if (!known.includes(field)) report(`${record.ref}.do.${verb}`, `nobody can fill in "${field}"`)
        if (step.emits !== undefined && !(step.emits in module.events))
          report(`${record.ref}.do.${verb}`, `the module has no event "${step.emits}"`)
      }
    }
  },
}
