import type { ReactNode, Ref } from 'react'
import { useRef } from 'react'

/** How a button looks: the one main action, an ordinary one, one without a frame, a dangerous one, or a small square. */
export type ButtonLook = 'primary' | 'secondary' | 'plain' | 'danger' | 'icon'

export interface ButtonProps {
  readonly children: ReactNode
  /** Default `secondary`. */
  readonly look?: ButtonLook
  /** A name where the content is only a drawing. */
  readonly label?: string
  readonly type?: 'button' | 'submit'
  /** A busy button keeps its place and focus and does nothing. */
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  readonly onPress?: () => void
  readonly isExpanded?: boolean
  readonly controls?: string
  readonly describedBy?: string
  readonly id?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** A native button. One that may not be used now stays in the tab order, so that a screen reader user finds it. */
export function Button(props: ButtonProps) {
  const {
    children,
    look = 'secondary',
    label,
    type = 'button',
    isBusy,
    isDisabled,
    onPress,
    isExpanded,
    controls,
    describedBy,
    id,
    ref,
  } = props
  const isOff = isBusy === true || isDisabled === true
  const own = useRef<HTMLButtonElement>(null)
  return (
    <button
      ref={ref ?? own}
      id={id}
      type={type}
      className={`button button-${look}`}
      aria-label={label}
      title={look === 'icon' ? label : undefined}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-expanded={isExpanded}
      aria-controls={controls}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (isOff) event.preventDefault()
        else onPress?.()
      }}
    >
      {children}
    </button>
  )
}
