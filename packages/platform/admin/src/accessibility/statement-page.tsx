import { Page } from '../components/page.js'
import type { AdminMessage } from '../i18n/messages/index.js'
import { useText } from '../i18n/use-text.js'
import { Foot } from '../shell/foot.js'
import { Header } from '../shell/header.js'

const parts = [
  { title: 'statement.aim', lines: ['statement.aim.law', 'statement.aim.standard', 'statement.aim.status'] },
  {
    title: 'statement.tested',
    lines: [
      'statement.tested.rules',
      'statement.tested.names',
      'statement.tested.focus',
      'statement.tested.reflow',
      'statement.tested.keyboard',
    ],
  },
  { title: 'statement.features', lines: ['statement.features.panel', 'statement.features.keyboard'] },
  {
    title: 'statement.limits',
    lines: [
      'statement.limits.people',
      'statement.limits.chrome',
      'statement.limits.tables',
      'statement.limits.select',
      'statement.limits.voice',
      'statement.limits.files',
    ],
  },
  { title: 'statement.feedback', lines: ['statement.feedback.who', 'statement.feedback.other'] },
] as const satisfies readonly { readonly title: AdminMessage; readonly lines: readonly AdminMessage[] }[]

/** 无障碍声明: open to everybody, signed in or not. */
export function StatementPage() {
  const t = useText()
  return (
    <div className="entrance">
      <Header />
      <main id="main" className="statement-main">
        <Page
          title={t('statement.title')}
          width="narrow"
          crumbs={[{ to: '/', label: t('shell.home') }]}
          lead={<p>{t('statement.lead')}</p>}
        >
          {parts.map(({ title, lines }) => (
            <section key={title} className="statement-part">
              <h2>{t(title)}</h2>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{t(line)}</li>
                ))}
              </ul>
            </section>
          ))}
          <p className="hint">{t('statement.date')}</p>
        </Page>
      </main>
      <Foot />
    </div>
  )
}
