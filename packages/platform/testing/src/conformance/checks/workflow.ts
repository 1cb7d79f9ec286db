import type { Transition } from '@opendpf/kit'
import { fieldMeta, inputFields, inspectWorkflow } from '@opendpf/kit'
import type { Check } from '../check.js'

/** Every workflow can be begun, ended, and stepped through. */
export const workflowCheck: Check = {
  name: 'workflow',
  title: 'has workflows whose every state is reached and leads to an end',
  run({ module, records }, report) {
    for (const record of records) {
      const { workflow } = record
      if (!workflow) continue
      const { choices } = fieldMeta(record, workflow.field)
      if (!choices) {
        report(`${record.ref}.${workflow.field}`, 'the state of a workflow is a choice')
        continue
      }
      for (const finding of inspectWorkflow(workflow, choices)) report(record.ref, finding)
      const fillable = inputFields(record)
      for (const [verb, step] of Object.entries<Transition>(workflow.transitions)) {
        for (const field of step.requires ?? [])
          if (!fillable.includes(field)) report(`${record.ref}.do.${verb}`, `nobody can fill in "${field}"`)
        if (step.emits !== undefined && !(step.emits in module.events))
          report(`${record.ref}.do.${verb}`, `the module has no event "${step.emits}"`)
      }
    }
  },
}
