import { formatYuan, useAdmin, useLocale, useModuleText } from '@opendpf/admin'
import { type AmountTold, bookOf, eligibilityId } from '../contract/index.js'
import { useSource } from './use-source.js'
import { factWords } from './value-words.js'

/** What a scheme pays, by which grade or category, and who decided it; nothing where no region decided anything. */
export function AmountLine({ amount: { found, fen, by } }: { readonly amount: AmountTold }) {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const { registry } = useAdmin()
  const sourceOf = useSource()
  if (found === undefined) return null
  const fact = by && bookOf(registry).facts.get(by.fact)
  const reason =
    by && fact
      ? say('explain.amountBy', {
          fact: fact.title[locale],
          value:
            by.value === null ? say('clause.unknown', { ask: fact.ask[locale] }) : factWords(fact, by.value, locale),
        })
      : undefined
  return (
    <p>
      {fen === null ? say('explain.amountUnknown') : say('explain.amount', { amount: formatYuan(fen) })}
      {reason !== undefined && `，${reason}`}
      {fen === null && by && by.value !== null && `，${say('explain.amountUndecided')}`}
      <span className="hint">（{sourceOf(found)}）</span>
    </p>
  )
}
