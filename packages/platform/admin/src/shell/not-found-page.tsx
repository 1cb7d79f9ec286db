import { LinkButton } from '../components/app-link.js'
import { Page } from '../components/page.js'
import { useText } from '../i18n/use-text.js'

/** For an address that leads nowhere, or to something that is not open to this person. */
export function NotFoundPage() {
  const t = useText()
  return (
    <Page title={t('notFound.title')} width="narrow">
      <p>{t('notFound.text')}</p>
      <p className="actions">
        <LinkButton to="/" look="primary">
          {t('notFound.home')}
        </LinkButton>
      </p>
    </Page>
  )
}
