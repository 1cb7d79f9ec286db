import type { RecordHooks } from '@opendpf/kit/server'
import { inspectForm, questionnairesOf, surveys } from '../../contract/index.js'

const { questionnaire } = surveys.records
/** What a published edition is; it stays. */
const fixed = ['title', 'year', 'division', 'basedOn', 'basis', 'content'] as const

/** An edition has sound questions, and none that was published is ever rewritten. */
export const questionnaireHooks: RecordHooks<typeof questionnaire> = {
  prepare({ values, before, action, refuse }, { registry }) {
    const shipped = values.basedOn === null ? undefined : questionnairesOf(registry).get(values.basedOn)
    if (values.basedOn !== null && shipped === undefined) refuse('basedOn', 'questionnaire.problem.basedOn')
    if (values.content === null && shipped) values.content = shipped.form
    if (values.basis === null && shipped) values.basis = shipped.basis
    values.questionCount = values.content?.questions.length ?? 0
    if (values.content === null) refuse('content', 'questionnaire.problem.empty')
    else
      for (const { at, reason, params = {} } of inspectForm(values.content))
        refuse('content', `form.problem.${reason}`, { at, ...params })
    if (action !== 'update' || before === undefined || before.state === 'draft') return
    // values of structures come anew from the database
    for (const field of fixed)
      if (JSON.stringify(before[field]) !== JSON.stringify(values[field])) refuse(field, 'questionnaire.problem.kept')
  },
}
