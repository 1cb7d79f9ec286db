import { RadioField, useModuleText } from '@opendpf/admin'
import { persons } from '../../contract/index.js'
import { controlOf } from './control-of.js'
import { RelationFields } from './relation-fields.js'

type Members = Parameters<typeof RelationFields>[0]['members']

/** Who heads those who stay when the head goes, and what each of them is to the new head. */
export function StayingFields(props: {
  readonly errors: Parameters<typeof RelationFields>[0]['errors']
  readonly staying: Members
  readonly head: string
  readonly onHead: (head: string) => void
  readonly relations: Readonly<Record<string, string>>
  readonly onRelations: (relations: Readonly<Record<string, string>>) => void
}) {
  const { errors, staying, head, onHead, relations, onRelations } = props
  const say = useModuleText(persons.id)
  return (
    <>
      <RadioField
        id={controlOf('stayingHead')}
        error={errors.stayingHead}
        label={say('arrange.stayingHead')}
        isRequired
        value={head}
        onChange={onHead}
        options={staying.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {head !== '' && (
        <RelationFields errors={errors} members={staying} head={head} value={relations} onChange={onRelations} />
      )}
    </>
  )
}
