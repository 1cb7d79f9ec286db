import type { Accepted } from '../result.js'
import { normaliseText } from '../text/normalise.js'

/** One line of a code list. */
export interface CodeEntry<Code extends string = string> {
  readonly code: Code
  readonly zh: string
  readonly en: string
  /** Other ways this entry is written in forms and exports; used by `match` only. */
  readonly aliases?: readonly string[]
}

/** What `match` answers; an ambiguous text names the codes it could mean. */
export type CodeMatch<Code extends string> =
  | Accepted<Code>
  | { readonly ok: false; readonly reason: 'EMPTY' | 'UNKNOWN' }
  | { readonly ok: false; readonly reason: 'AMBIGUOUS'; readonly candidates: readonly Code[] }

/** A closed list of codes with Chinese and English names. */
export interface CodeList<Code extends string = string> {
  /** Stable name of the list, such as `ethnic-group`. */
  readonly id: string
  readonly zh: string
  readonly en: string
  /** The standard the codes are taken from, or `OpenDPF` where no standard gives codes. */
  readonly source: string
  readonly entries: readonly CodeEntry<Code>[]
  /** The codes in order, for an enumeration. */
  readonly codes: readonly [Code, ...Code[]]
  /** The entry of exactly this code. A code without its leading zero is another code. */
  find(code: unknown): CodeEntry<Code> | undefined
  /** Whether a value is one of the codes. */
  has(code: unknown): code is Code
  /** Reads what people and other systems write: the code, a name in either language, a usual synonym, or code and name. */
  match(text: unknown): CodeMatch<Code>
}

/** A code list as it is written down. */
export interface CodeListDefinition<Code extends string> {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly source: string
  readonly entries: readonly [CodeEntry<Code>, ...CodeEntry<Code>[]]
  /** Wordings that could mean several entries; `match` answers AMBIGUOUS instead of choosing. */
  readonly ambiguous?: Readonly<Record<string, readonly NoInfer<Code>[]>>
  /** Endings that may be left off a name: with `族`, 汉 matches 汉族. */
  readonly optionalEndings?: readonly string[]
}

/**
 * Makes a code list from its entries.
 *
 * @throws RangeError when one wording is given to two entries, or a code occurs twice
 */
export function defineCodeList<const Code extends string>(definition: CodeListDefinition<Code>): CodeList<Code> {
  const { id, zh, en, source, entries, ambiguous = {}, optionalEndings = [] } = definition
  const byCode = new Map<string, CodeEntry<Code>>()
  for (const entry of entries) {
    if (byCode.has(entry.code)) throw new RangeError(`${id}: code ${entry.code} occurs twice`)
    byCode.set(entry.code, entry)
  }
  const meanings = new Map<string, readonly Code[]>()
  const add = (wording: string, codes: readonly Code[]) => {
    const key = keyOf(wording)
    const present = meanings.get(key)
    if (present && present.join() !== codes.join()) throw new RangeError(`${id}: ${wording} has two meanings`)
    meanings.set(key, codes)
  }
  for (const entry of entries) {
    for (const wording of [entry.code, entry.zh, entry.en, ...(entry.aliases ?? [])]) add(wording, [entry.code])
    for (const ending of optionalEndings) {
      if (entry.zh.endsWith(ending) && entry.zh !== ending) add(entry.zh.slice(0, -ending.length), [entry.code])
    }
  }
  for (const [wording, codes] of Object.entries(ambiguous)) add(wording, codes)

  const first = entries[0].code
  const rest = entries.slice(1).map((entry) => entry.code)
  return {
    id,
    zh,
    en,
    source,
    entries,
    codes: [first, ...rest],
    find: (code) => (typeof code === 'string' ? byCode.get(code) : undefined),
    has: (code): code is Code => typeof code === 'string' && byCode.has(code),
    match: (text) => matchIn(meanings, text),
  }
}

const blanks = /[\s·・•]/g
// a code is ASCII and its name is not, which is where the two are cut
const codeThenName = /^\(?([A-Z\d]+(?:-[A-Z\d]+)*)\)?[-_.:、,/]*([^ -~].*)$/
const nameThenCode = /^([^ -~]+?)[-_.:、,/]*\(?([A-Z\d]+(?:-[A-Z\d]+)*)\)?$/

function keyOf(wording: string): string {
  return wording.normalize('NFKC').replace(blanks, '').toUpperCase()
}

function matchIn<Code extends string>(meanings: ReadonlyMap<string, readonly Code[]>, text: unknown): CodeMatch<Code> {
  if (text === undefined || text === null) return { ok: false, reason: 'EMPTY' }
  const normalised = normaliseText(text)
  if (!normalised.ok) return { ok: false, reason: 'UNKNOWN' }
  const key = keyOf(normalised.value)
  if (key === '') return { ok: false, reason: 'EMPTY' }
  const candidates = meanings.get(key) ?? candidatesOfPair(meanings, key)
  const [only, ...others] = candidates
  if (only === undefined) return { ok: false, reason: 'UNKNOWN' }
  return others.length === 0 ? { ok: true, value: only, warnings: [] } : { ok: false, reason: 'AMBIGUOUS', candidates }
}

/** `01 汉族` and `汉族(01)`: both halves must be known; when they disagree, both are candidates. */
function candidatesOfPair<Code extends string>(
  meanings: ReadonlyMap<string, readonly Code[]>,
  key: string,
): readonly Code[] {
  const pair = codeThenName.exec(key) ?? nameThenCode.exec(key)
  const left = meanings.get(pair?.[1] ?? '')
  const right = meanings.get(pair?.[2] ?? '')
  if (!left || !right) return []
  const shared = left.filter((code) => right.includes(code))
  return shared.length > 0 ? shared : [...left, ...right]
}
