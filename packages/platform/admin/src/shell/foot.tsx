import { AppLink } from '../components/app-link.js'
import { useText } from '../i18n/use-text.js'

/** Where the accessibility statement stands. */
export const statementHref = '/accessibility'

/** The line below every page: what the data are for, and the way to the accessibility statement. */
export function Foot() {
  const t = useText()
  return (
    <footer className="foot">
      <span>{t('shell.footer')}</span>
      <AppLink to={statementHref}>{t('statement.title')}</AppLink>
    </footer>
  )
}
