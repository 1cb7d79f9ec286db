import { ChoiceField, useLabels, useModuleText } from '@opendpf/admin'
import { persons } from '../../contract/index.js'
import { controlOf } from './control-of.js'
import type { PresentMember } from './use-household.js'

const { member } = persons.records
const headRelation = '01'

/** The relation of each of some members to their head; the head itself is not asked. */
export function RelationFields(props: {
  readonly members: readonly PresentMember[]
  readonly head?: string
  readonly value: Readonly<Record<string, string>>
  /** What is wrong, by path. */
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (value: Readonly<Record<string, string>>) => void
}) {
  const { members, head, value, errors, onChange } = props
  const say = useModuleText(persons.id)
  const options = useLabels(member)
    .options('relation')
    .filter((option) => option.value !== headRelation)
  return members
    .filter(({ id }) => id !== head)
    .map(({ id, name }) => (
      <ChoiceField
        key={id}
        id={controlOf(`relations.${id}`)}
        error={errors[`relations.${id}`]}
        label={say('arrange.relationOf', { name })}
        isRequired
        value={value[id] ?? ''}
        options={options}
        onChange={(relation) => onChange({ ...value, [id]: relation })}
      />
    ))
}
