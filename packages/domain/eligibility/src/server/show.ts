import type { Book, Explanation, Finding } from '../contract/index.js'

/** An explanation as it is shown: of facts that are secret as a whole the verdict is told, and not the value. */
export function showExplanation(explanation: Explanation, { facts }: Pick<Book, 'facts'>): Explanation {
  const show = (finding: Finding): Finding => {
    const parts = finding.parts.map(show)
    if (finding.fact === undefined) return { ...finding, parts }
    const privacy = facts.get(finding.fact.name)?.privacy ?? 'S1'
    const isHidden = privacy === 'S3' || privacy === 'S4'
    if (!isHidden) return { ...finding, parts }
    const { fact: _, ...rest } = finding
    return { ...rest, fact: { name: finding.fact.name, value: null }, isHidden: true, parts }
  }
  return { ...explanation, finding: show(explanation.finding) }
}
