import { Button, Dialog, Notice, useModuleText } from '@opendpf/admin'
import { access } from '../contract/index.js'

/** A secret that is never shown again: it stays until the reader says that it is noted. */
export function ShownOnce(props: {
  readonly title: string
  readonly lead: string
  readonly secret: string
  readonly onClose: () => void
}) {
  const { title, lead, secret, onClose } = props
  const say = useModuleText(access.id)
  return (
    <Dialog title={title} isOpen isFirm onClose={onClose}>
      <Notice kind="warning">{lead}</Notice>
      <p>
        <code>{secret}</code>
      </p>
      <div className="actions dialog-actions">
        <Button look="primary" onPress={onClose}>
          {say('once.kept')}
        </Button>
      </div>
    </Dialog>
  )
}
