import { useText } from '../i18n/use-text.js'

/** The first stop of every page: jumps over header and navigation to the heading. */
export function SkipLink() {
  const t = useText()
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link to the heading; the router would take a plain one for a page
    <a
      className="skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault()
        const heading = document.querySelector<HTMLElement>('main h1')
        heading?.focus()
        heading?.scrollIntoView({ block: 'center' })
      }}
    >
      {t('shell.skip')}
    </a>
  )
}
