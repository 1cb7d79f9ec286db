import { LinkButton, pageHref, useModuleText } from '@opendpf/admin'
import { surveys } from '../../contract/index.js'

/** On the page of a record: the way to its questions and answers. */
export function RecordPanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  return (
    <LinkButton look="primary" to={pageHref(surveys.id, 'collect')} search={{ interview: id }}>
      {say('page.collect')}
    </LinkButton>
  )
}
