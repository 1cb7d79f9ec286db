import type { Book, Explanation, Finding } from '@opendpf/eligibility'
import { bookOf } from '@opendpf/eligibility'
import { explain } from '@opendpf/eligibility/asking'
import type { FieldsOf } from '@opendpf/kit'
import type { ModuleContext } from '@opendpf/kit/server'
import {
  type KeptClause,
  type KeptExplanation,
  type NamedProgramme,
  type programmes,
  subjectOf,
} from '../../contract/index.js'
import { recordOf } from '../inspect-programmes.js'

type Fields = Pick<FieldsOf<(typeof programmes.records)['application']>, 'person' | 'household' | 'organisation'>

/**
 * Asks the rules of a programme about an applicant today, and keeps what they said: verdict, clauses, the names of the facts, the version of
 * the rules. Values of facts are not kept; whoever may see them looks them up where they stand.
 */
export async function askRules(
  context: Pick<ModuleContext, 'db' | 'registry' | 'provided' | 'today'>,
  programme: NamedProgramme,
  row: Fields,
): Promise<KeptExplanation | undefined> {
  const subject = subjectOf(programme, row)
  if (subject === null) return undefined
  const [explanation] = await explain(context, subject, {
    schemes: [programme.scheme],
    of: recordOf[programme.beneficiary],
    date: context.today,
  })
  return explanation && keep(explanation, bookOf(context.registry))
}

function keep(explanation: Explanation, book: Book): KeptExplanation {
  const { scheme, date, verdict, ruleVersion, amount, finding } = explanation
  return {
    scheme,
    date,
    verdict,
    ruleVersion,
    clauses: clausesOf(finding, book),
    standard: amount?.fen ?? null,
  }
}

/** The clauses that have words, outermost first; what stands inside one is told by it. */
function clausesOf(finding: Finding, book: Book): KeptClause[] {
  const { says, verdict, parts } = finding
  if (!says) return parts.flatMap((part) => clausesOf(part, book))
  const told = verdict === 'no' ? says.failed : verdict === 'unknown' ? (says.unknown ?? null) : null
  return [
    {
      title: says.title,
      basis: says.basis,
      code: says.code ?? null,
      verdict,
      told,
      facts: factsIn(finding, book),
    },
  ]
}

function factsIn(finding: Finding, book: Book): KeptClause['facts'] {
  const names = new Set<string>()
  const walk = ({ fact, parts }: Finding): void => {
    if (fact) names.add(fact.name)
    for (const part of parts) walk(part)
  }
  walk(finding)
  return [...names].flatMap((name) => {
    const fact = book.facts.get(name)
    return fact ? [{ name, title: fact.title, source: fact.source, ask: fact.ask }] : []
  })
}

/** Why the rules did not say yes, each clause in a few words; for the people of the county, in Chinese. */
export function whyNot({ clauses }: KeptExplanation): string {
  return clauses
    .filter(({ verdict }) => verdict !== 'yes')
    .map(({ title, told, verdict, facts }) =>
      verdict === 'no'
        ? (told ?? title)['zh-CN']
        : `${title['zh-CN']}不能确定（${told?.['zh-CN'] ?? facts.map(({ ask }) => ask['zh-CN']).join('；')}）`,
    )
    .join('；')
}

/** What a refusal rests on, in words for the letter: rule, fact and remedy of every clause that did not hold. */
export function groundsOf(explanation: KeptExplanation): string {
  const open = explanation.clauses.filter(({ verdict }) => verdict !== 'yes')
  const lines = open.map(({ title, basis, code, told, facts }, at) => {
    const sources = facts.map((fact) => `${fact.title['zh-CN']}（${fact.source['zh-CN']}）`).join('、')
    const remedies = facts.map(({ ask }) => ask['zh-CN']).join('；')
    return `${at + 1}. 规则：${code === null ? '' : `${code} `}${title['zh-CN']}（${basis}）。事实：${told?.['zh-CN'] ?? '没有可以认定的记录'}，依据${sources}。补救：如记录有误，${remedies}；情况变化后可以重新申请。`
  })
  return [`规则版本 ${explanation.ruleVersion}，核验日期 ${explanation.date}。`, ...lines].join('\n').slice(0, 2000)
}
