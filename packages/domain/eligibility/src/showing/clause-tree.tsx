import { Chip, type ChipTone, useAdmin, useLocale, useModuleText } from '@opendpf/admin'
import { bookOf, eligibilityId, type Finding, type Verdict } from '../contract/index.js'
import { useSource } from './use-source.js'
import { factWords, parameterWords } from './value-words.js'

const tones: Readonly<Record<Verdict, ChipTone>> = { yes: 'done', no: 'off', unknown: 'attention' }

/** Whether something holds, in a word and a shape. */
export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  const say = useModuleText(eligibilityId)
  return <Chip tone={tones[verdict]}>{say(`verdict.${verdict}`)}</Chip>
}

/** Clause by clause what was decided and on what, as nested lists: a screen reader tells how many there are and how deep they stand. */
export function ClauseTree({ findings, label }: { readonly findings: readonly Finding[]; readonly label: string }) {
  const shown = findings.flatMap(worded)
  if (shown.length === 0) return null
  return (
    <ul className="clauses" aria-label={label}>
      {shown.map((finding, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place in the rule
        <li key={at}>
          <Clause finding={finding} />
        </li>
      ))}
    </ul>
  )
}

/** Groups without words of their own only hold their parts together. */
function worded(finding: Finding): readonly Finding[] {
  return finding.says === undefined && finding.fact === undefined ? finding.parts.flatMap(worded) : [finding]
}

function Clause({ finding }: { readonly finding: Finding }) {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const { says, verdict, parts } = finding
  const told = says === undefined ? undefined : toldBy(says, verdict)
  return (
    <>
      <VerdictChip verdict={verdict} /> <strong>{says?.title[locale] ?? ''}</strong>
      {told !== undefined && told[locale] !== says?.title[locale] && <p>{told[locale]}</p>}
      <Evidence finding={finding} />
      {says !== undefined && (
        <p className="hint">
          {say('clause.basis')}：{says.code === undefined ? '' : `${says.code}，`}
          {says.basis}
        </p>
      )}
      <ClauseTree findings={parts} label={say('clause.parts', { title: says?.title[locale] ?? '' })} />
    </>
  )
}

function toldBy(says: NonNullable<Finding['says']>, verdict: Verdict) {
  return verdict === 'no' ? says.failed : verdict === 'yes' ? says.passed : says.unknown
}

/** The fact it came out on with where it is known from, and the parameter with the document that decided it. */
function Evidence({ finding }: { readonly finding: Finding }) {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const { registry } = useAdmin()
  const sourceOf = useSource()
  const book = bookOf(registry)
  const { fact, parameter, isHidden } = finding
  const known = fact && book.facts.get(fact.name)
  const decided = parameter && book.parameters.get(parameter.name)
  const found = parameter?.found
  return (
    <>
      {fact && known && (
        <p>
          {known.title[locale]}：
          {isHidden
            ? say('clause.hidden')
            : fact.value === null
              ? say('clause.unknown', { ask: known.ask[locale] })
              : factWords(known, fact.value, locale)}
          <span className="hint">（{known.source[locale]}）</span>
        </p>
      )}
      {parameter && decided && (
        <p>
          {decided.title[locale]}：
          {found === undefined
            ? say('clause.unset')
            : `${parameterWords(decided, found.value, locale)}（${sourceOf(found)}）`}
        </p>
      )}
    </>
  )
}
