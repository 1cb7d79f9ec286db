import { LinkButton, pageHref, useModuleText } from '@opendpf/admin'
import { surveys } from '../../contract/index.js'

/** On the page of a record that was drawn: the way to its questions. */
export function RecheckPanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  return (
    <LinkButton look="primary" to={pageHref(surveys.id, 'askAgain')} search={{ recheck: id }}>
      {say('page.askAgain')}
    </LinkButton>
  )
}
