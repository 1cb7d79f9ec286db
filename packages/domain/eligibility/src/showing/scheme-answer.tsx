import { useLocale, useModuleText } from '@opendpf/admin'
import { type Explanation, eligibilityId } from '../contract/index.js'
import { AmountLine } from './amount-line.js'
import { ClauseTree, VerdictChip } from './clause-tree.js'

/** What the rules of one scheme say of somebody: the verdict, what has to be known before there is one, and each clause with its ground. */
export function SchemeAnswer({ explanation }: { readonly explanation: Explanation }) {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const { title, verdict, finding, asks, amount, notes, basis } = explanation
  return (
    <section aria-label={title[locale]}>
      <h3>
        {title[locale]} <VerdictChip verdict={verdict} />
      </h3>
      {verdict === 'yes' && amount && <AmountLine amount={amount} />}
      {asks.length > 0 && (
        <>
          <p>{say('explain.asks')}</p>
          <ul>
            {asks.map(({ fact, text }) => (
              <li key={fact}>{text[locale]}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{say('explain.why')}</summary>
        <ClauseTree findings={[finding]} label={say('clause.parts', { title: title[locale] })} />
        <p className="hint">
          {say('clause.basis')}：{basis}
        </p>
        {notes.length > 0 && (
          <ul aria-label={say('explain.notes')}>
            {notes.map(({ code, text }) => (
              <li key={code}>{text[locale]}</li>
            ))}
          </ul>
        )}
      </details>
    </section>
  )
}
