import { CheckboxGroup, useAdmin, useLocale, useModuleText } from '@opendpf/admin'
import type { DependentInput } from '@opendpf/kit/admin'
import { programmesId, programmesOf } from '../../contract/index.js'

/** Ticks the pieces of evidence that were seen. */
export function EvidenceInput({ id, value, onChange, fields }: DependentInput) {
  const { registry } = useAdmin()
  const say = useModuleText(programmesId)
  const locale = useLocale()
  const programme = programmesOf(registry).get(String(fields.programme ?? ''))
  if (!programme) return <p id={id}>{say('input.choose')}</p>
  const evidence = Object.entries(programme.evidence)
  if (evidence.length === 0) return <p id={id}>{say('input.noEvidence')}</p>
  return (
    <CheckboxGroup
      id={id}
      label={say('application.evidence')}
      value={Array.isArray(value) ? (value as readonly string[]) : []}
      onChange={(seen) => onChange(seen.length === 0 ? null : seen)}
      options={evidence.map(([name, { title }]) => ({ value: name, label: title[locale] }))}
    />
  )
}
