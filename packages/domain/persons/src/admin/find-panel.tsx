import { LinkButton, pageHref, ReferenceField, useModuleText } from '@opendpf/admin'
import { useState } from 'react'
import { persons } from '../contract/index.js'

const { person } = persons.records

/** On a person's page: finds another entry of the same person and leads to the comparison. */
export function FindPanel({ id }: { readonly id: string }) {
  const say = useModuleText(persons.id)
  const [other, setOther] = useState('')
  return (
    <>
      <p>{say('find.lead')}</p>
      <ReferenceField id="find-other" label={say('find.other')} target={person} value={other} onChange={setOther} />
      {other !== '' && other !== id && (
        <LinkButton look="primary" to={pageHref(persons.id, 'compare')} search={{ one: id, other }}>
          {say('find.compare')}
        </LinkButton>
      )}
    </>
  )
}
