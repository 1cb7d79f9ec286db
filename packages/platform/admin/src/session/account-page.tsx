import { useAdmin } from '../app/admin-context.js'
import { AppLink } from '../components/app-link.js'
import { Facts } from '../components/facts.js'
import { Page } from '../components/page.js'
import { Section } from '../components/section.js'
import { useText } from '../i18n/use-text.js'
import { statementHref } from '../shell/foot.js'
import { showToast } from '../shell/toast-store.js'
import { useMe } from './me.js'
import { NewPasswordStep } from './new-password-step.js'

/** Who one is here, and one's password. */
export function AccountPage() {
  const t = useText()
  const me = useMe()
  const { api } = useAdmin()
  return (
    <Page title={t('account.title')} width="narrow">
      <Section title={t('account.facts')}>
        <Facts
          items={[
            { label: t('account.name'), value: me.name },
            { label: t('account.username'), value: me.username },
            { label: t('shell.division'), value: me.divisionName ?? t('shell.allDivisions') },
            { label: t('account.roles'), value: me.roles.map((role) => role.title).join('、') || t('account.none') },
          ]}
        />
      </Section>
      <Section title={t('password.title')}>
        <NewPasswordStep
          change={async (current, next) => {
            await api.post('/session/password', { current, next })
          }}
          onDone={() => showToast(t('password.done'))}
        />
      </Section>
      <p>
        <AppLink to={statementHref}>{t('statement.title')}</AppLink>
      </p>
    </Page>
  )
}
