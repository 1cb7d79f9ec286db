import { useText } from '../i18n/use-text.js'

/** Stands where content will be. It is not announced: what arrives is. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const t = useText()
  return (
    <div className="loading" aria-busy="true">
      <p className="loading-text">{t('common.loading')}</p>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span className="loading-line" key={line} aria-hidden="true" />
      ))}
    </div>
  )
}
