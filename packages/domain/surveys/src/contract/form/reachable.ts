import type { Condition, Term } from './condition.js'
import { questionOf } from './condition.js'
import type { Form } from './form.js'
import { boundsOf, choicesOf, type Question } from './question.js'

/** A term that must hold, or must not. */
interface Literal {
  readonly term: Term
  readonly isTrue: boolean
}
type Conjunction = readonly Literal[]

/** How many ways to reach a question are looked at; a form with more is refused as too entangled. */
const mostWays = 5000

/** Whether some answers and facts lead to a question; `entangled` where there are too many ways to say. */
export type Reach = 'reachable' | 'unreachable' | 'entangled'

/**
 * Which questions anybody can ever be asked. Every condition is brought into a list of ways, with the ways in which the questions that it
 * names are asked themselves; a way is open when each question and fact on it has a value that fits all that is said of it.
 */
export function reachOf(form: Form): ReadonlyMap<string, Reach> {
  const questions = new Map(form.questions.map((question) => [question.code, question]))
  const ways = new Map<string, readonly Conjunction[] | undefined>()
  const found = new Map<string, Reach>()
  for (const { code, showWhen } of form.questions) {
    const open = showWhen === undefined ? [[]] : waysOf(showWhen, { questions, ways })
    ways.set(code, open)
    found.set(code, open === undefined ? 'entangled' : open.length > 0 ? 'reachable' : 'unreachable')
  }
  return found
}

interface Known {
  readonly questions: ReadonlyMap<string, Question>
  readonly ways: ReadonlyMap<string, readonly Conjunction[] | undefined>
}

function waysOf(condition: Condition, known: Known): readonly Conjunction[] | undefined {
  const plain = expand(condition, true)
  if (plain === undefined) return undefined
  let all: readonly Conjunction[] = []
  for (const way of plain) {
    // what is answered was asked: its own ways come before this one
    const asked = new Set(way.flatMap(({ term, isTrue }) => (isTrue ? [questionOf(term) ?? ''] : [])))
    let longer: readonly Conjunction[] | undefined = [way]
    for (const code of asked) longer = code === '' ? longer : product(longer, known.ways.get(code) ?? [[]])
    if (longer === undefined || all.length + longer.length > mostWays) return undefined
    all = [...all, ...longer.filter((one) => isOpen(one, known.questions))]
  }
  return all
}

/** The ways in which a condition holds (or does not), each a list of terms. */
function expand(condition: Condition, isTrue: boolean): readonly Conjunction[] | undefined {
  if ('not' in condition) return expand(condition.not, !isTrue)
  if ('all' in condition || 'any' in condition) {
    const parts = ('all' in condition ? condition.all : condition.any).map((part) => expand(part, isTrue))
    if ('all' in condition === isTrue)
      return parts.reduce((ways, part) => product(ways, part), [[]] as readonly Conjunction[] | undefined)
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? [])
  }
  return [[{ term: condition, isTrue }]]
}

function product(
  some: readonly Conjunction[] | undefined,
  others: readonly Conjunction[] | undefined,
): readonly Conjunction[] | undefined {
  if (!some || !others || some.length * others.length > mostWays) return undefined
  return some.flatMap((one) => others.map((other) => [...one, ...other]))
}

/** Whether every question and fact of a way has a value with which all its terms hold. */
function isOpen(way: Conjunction, questions: ReadonlyMap<string, Question>): boolean {
  const about = Map.groupBy(way, ({ term }) => questionOf(term) ?? ('fact' in term ? `fact ${term.fact}` : ''))
  return [...about].every(([name, literals]) =>
    candidatesFor(literals, questions.get(name)).some((value) => fits(value, literals)),
  )
}

type Value = string | number | readonly string[] | undefined

/** Values among which there is one that fits, if any does: the codes of an answer, or the numbers around the bounds that are named. */
function candidatesFor(literals: Conjunction, question: Question | undefined): readonly Value[] {
  const named = literals.flatMap(({ term }) => ('is' in term ? term.is : []))
  const ends = literals
    .flatMap(({ term }) => ('from' in term || 'to' in term ? [term.from, term.to] : []))
    .filter((end) => end !== undefined)
  const { min, max } = question?.kind === 'number' ? boundsOf(question) : { min: 0, max: 150 }
  const around = [min, max, ...ends.flatMap((end) => [end - 1, end, end + 1])].filter((n) => n >= min && n <= max)
  if (question === undefined) return [undefined, ...named, 'another', ...around]
  if (question.kind === 'number') return [undefined, ...around]
  const codes = (choicesOf(question) ?? []).map(({ code }) => code)
  if (question.kind !== 'several') return [undefined, ...(codes.length > 0 ? codes : ['something'])]
  return [undefined, ...severalCandidates(literals, question)]
}

/** The largest choice that leaves out what must not be chosen, and each single one that stands alone. */
function severalCandidates(literals: Conjunction, question: Question): readonly Value[] {
  const choices = choicesOf(question) ?? []
  const excluded = new Set(literals.flatMap(({ term, isTrue }) => (!isTrue && 'is' in term ? term.is : [])))
  const together = choices.filter(({ code, alone }) => !alone && !excluded.has(code)).map(({ code }) => code)
  return [...choices.map(({ code }) => [code]), ...(together.length > 0 ? [together] : [])]
}

function fits(value: Value, literals: Conjunction): boolean {
  return literals.every(({ term, isTrue }) => says(term, value) === isTrue)
}

function says(term: Term, value: Value): boolean {
  if ('answered' in term) return value !== undefined
  if ('is' in term)
    return (Array.isArray(value) ? value : [value]).some((one) => one !== undefined && term.is.includes(String(one)))
  return (
    typeof value === 'number' &&
    (term.from === undefined || value >= term.from) &&
    (term.to === undefined || value <= term.to)
  )
}
