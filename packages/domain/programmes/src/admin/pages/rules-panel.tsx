import { useAdmin, useModuleText } from '@opendpf/admin'
import { SubjectAnswer } from '@opendpf/eligibility/showing'
import { programmesId, programmesOf, subjectOf } from '../../contract/index.js'

/** Beside an application, for whoever reviews or decides it: what the rules say today and on which facts, before anything is decided by them. */
export function RulesPanel({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) {
  const say = useModuleText(programmesId)
  const { registry } = useAdmin()
  const programme = programmesOf(registry).get(String(fields.programme))
  const named = (field: string) => (typeof fields[field] === 'string' ? (fields[field] as string) : null)
  const subject =
    programme &&
    subjectOf(programme, {
      person: named('person') ?? '',
      household: named('household'),
      organisation: named('organisation'),
    })
  if (!programme || !subject) return <p>{say('rules.nobody')}</p>
  return (
    <>
      <p className="hint">{say(typeof fields.verdict === 'string' ? 'rules.kept' : 'rules.now')}</p>
      <SubjectAnswer scheme={programme.scheme} subject={subject} />
    </>
  )
}
