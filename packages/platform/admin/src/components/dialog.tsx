import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../i18n/use-text.js'
import { Button } from './button.js'
import { Icon } from './icon.js'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size?: 'small' | 'large'
  /** A dialog that asks before something happens; default false. */
  readonly isAlert?: boolean
  /** Cannot be left but by its own buttons. */
  readonly isFirm?: boolean
}

/** A modal dialog: the focus stays inside and goes back to its opener. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, size = 'small', isAlert, isFirm } = props
  const t = useText()
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isKeyboardDismissDisabled={isFirm ?? false}
    >
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!isFirm && (
              <Button look="icon" label={t('common.close')} onPress={onClose}>
                <Icon name="close" />
              </Button>
            )}
          </div>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
