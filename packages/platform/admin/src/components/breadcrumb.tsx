import { useText } from '../i18n/use-text.js'
import type { LinkTarget } from './app-link.js'
import { AppLink } from './app-link.js'

/** One step on the way to a page. */
export interface Crumb extends LinkTarget {
  readonly label: string
}

/** The way from home to this page. */
export function Breadcrumb({ crumbs, current }: { readonly crumbs: readonly Crumb[]; readonly current: string }) {
  const t = useText()
  return (
    <nav className="breadcrumb" aria-label={t('shell.breadcrumb')}>
      <ol>
        {crumbs.map(({ label, ...link }) => (
          <li key={link.to}>
            <AppLink {...link}>{label}</AppLink>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
