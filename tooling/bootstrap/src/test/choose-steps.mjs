import { DEFAULT_GROUPS, NAMED_GROUPS, STEPS } from './steps.mjs'

const WORDS = ['all', ...DEFAULT_GROUPS, ...NAMED_GROUPS]

/**
 * Reads the command line of `npm test`: words that name groups, then anything for the test runner itself.
 * @param {readonly string[]} args
 * @returns {{ steps: readonly import('./steps.mjs').Step[], rest: readonly string[] } | { problem: string }}
 */
export function chooseSteps(args) {
  const end = args.findIndex((arg) => !WORDS.includes(arg))
  const words = end === -1 ? args : args.slice(0, end)
  const rest = end === -1 ? [] : args.slice(end)
  const named = words.length === 0 ? ['all'] : words
  const chosen = new Set(named.flatMap((word) => (word === 'all' ? DEFAULT_GROUPS : [word])))
  const takesRest = chosen.size === 1 && (chosen.has('unit') || chosen.has('browser'))
  if (rest.length > 0 && !takesRest) {
    return {
      problem: `无法识别 / not understood: ${rest.join(' ')}\n可用 / known: ${WORDS.join(' ')}; npm test -- unit <path…>`,
    }
  }
  return { steps: STEPS.filter(({ groups }) => groups.some((group) => chosen.has(group))), rest }
}
