import { useSyncExternalStore } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { useText } from '../i18n/use-text.js'
import { dismissToast, toastStore } from './toast-store.js'

/** The notes at the edge of the page. They are spoken by the status region, so this is no live region itself. */
export function Toasts() {
  const t = useText()
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current, toastStore.current)
  if (toasts.length === 0) return null
  return (
    <section className="toasts" aria-label={t('toast.region')}>
      {toasts.map(({ id, text, action }) => (
        <div className="toast" key={id}>
          <Icon name="check" />
          <p>{text}</p>
          {action && (
            <Button
              look="plain"
              onPress={() => {
                dismissToast(id)
                void action.run()
              }}
            >
              {action.label}
            </Button>
          )}
          <Button look="icon" label={t('toast.close')} onPress={() => dismissToast(id)}>
            <Icon name="close" />
          </Button>
        </div>
      ))}
    </section>
  )
}
