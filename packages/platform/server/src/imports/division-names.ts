import type { Scope } from '@opendpf/kit'
import { isWithinScope, placeOf } from '@opendpf/kit'
import type { DivisionEntry, Divisions } from '../platform/divisions.js'

/** What a text means as a division. */
export type DivisionReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'outside' }
  | { readonly ok: false; readonly reason: 'unknown'; readonly nearest: readonly string[] }
  | { readonly ok: false; readonly reason: 'ambiguous'; readonly candidates: readonly string[] }

/** Finds divisions by code and by names, within a territory. */
export interface DivisionFinder {
  /** A code of 6, 9 or 12 digits, or names: `石桥镇上河村`, `上河村`. */
  find(text: string): DivisionReading
  /** A village by its name within a town; either may be a code. Without a village it is the town itself. */
  findIn(town: string, village: string | undefined): DivisionReading
}

const endings = /(村民委员会|居民委员会|社区居委会|村委会|居委会|街道办事处|办事处|社区|街道|村|镇|乡)$/u
const mostShown = 3

const clean = (text: string): string => text.normalize('NFKC').replace(/[\s()]/g, '')
/** The name without what people add or leave out: 上河 for 上河村 and 上河村委会. */
const stem = (name: string): string => clean(name).replace(endings, '')

/** A finder over the divisions in use, within the territory and, when given, within one division. */
export function createDivisionFinder(divisions: Divisions, scope: Scope, base?: string): DivisionFinder {
  const all = divisions.under('').filter(({ isCurrent }) => isCurrent)
  const known = new Map(all.map((entry) => [entry.code, entry]))
  const isSeen = ({ code }: DivisionEntry): boolean =>
    isWithinScope(scope, placeOf(code)) && (base === undefined || code.startsWith(prefixOf(base)))
  const seen = all.filter(isSeen)
  const exact = Map.groupBy(
    seen.flatMap((entry) => fullNames(entry, known).map((name) => [clean(name), entry.code] as const)),
    ([name]) => name,
  )
  const loose = Map.groupBy(
    seen.map((entry) => [stem(entry.name), entry.code] as const),
    ([name]) => name,
  )
  const memory = new Map<string, DivisionReading>()

  const byCode = (text: string): DivisionReading | undefined => {
    const entry = known.get(text.padEnd(12, '0'))
    if (entry === undefined) return undefined
    return isWithinScope(scope, placeOf(entry.code)) ? { ok: true, code: entry.code } : { ok: false, reason: 'outside' }
  }
  const choose = (codes: readonly string[], text: string, among: readonly DivisionEntry[]): DivisionReading => {
    const [only, ...others] = [...new Set(codes)]
    if (only === undefined) return { ok: false, reason: 'unknown', nearest: nearestNames(text, among) }
    return others.length === 0
      ? { ok: true, code: only }
      : { ok: false, reason: 'ambiguous', candidates: [only, ...others].slice(0, mostShown) }
  }
  const find = (text: string): DivisionReading => {
    const name = clean(text)
    const code = /^(\d{6}|\d{9}|\d{12})$/.test(name) ? byCode(name) : undefined
    if (code) return code
    const codes = exact.get(name) ?? loose.get(stem(name)) ?? []
    return choose(
      codes.map(([, each]) => each),
      name,
      seen,
    )
  }
  // somebody posted in a village writes the town above it, which is not his
  const townOf = (text: string): DivisionReading => {
    const reading = find(text)
    if (reading.ok) return reading
    const named = all.filter((entry) => clean(entry.name) === clean(text) || entry.code === clean(text).padEnd(12, '0'))
    const above = named.filter(({ code }) => seen.some(({ parent }) => parent === code))
    return above.length === 0
      ? reading
      : choose(
          above.map(({ code }) => code),
          clean(text),
          above,
        )
  }
  const findIn = (town: string, village: string | undefined): DivisionReading => {
    if (village === undefined) return find(town)
    const above = townOf(town)
    if (!above.ok) return above
    const name = clean(village)
    if (/^\d{12}$/.test(name)) return find(name)
    const inside = seen.filter(({ parent }) => parent === above.code)
    const same = inside.filter((entry) => clean(entry.name) === name)
    return choose(
      (same.length > 0 ? same : inside.filter((entry) => stem(entry.name) === stem(name))).map(({ code }) => code),
      name,
      inside,
    )
  }
  const remember = (key: string, work: () => DivisionReading): DivisionReading => {
    const reading = memory.get(key) ?? work()
    memory.set(key, reading)
    return reading
  }
  return {
    find: (text) => remember(text, () => find(text)),
    findIn: (town, village) => remember(`${town}\n${village ?? ''}`, () => findIn(town, village)),
  }
}

function prefixOf(code: string): string {
  if (code.slice(6, 9) === '000') return code.slice(0, 6)
  return code.slice(9) === '000' ? code.slice(0, 9) : code
}

/** The ways to write where a division lies: 上河村, 石桥镇上河村, 示范县石桥镇上河村. */
function fullNames(entry: DivisionEntry, known: ReadonlyMap<string, DivisionEntry>): readonly string[] {
  const names = [entry.name]
  for (let above = known.get(entry.parent ?? ''); above; above = known.get(above.parent ?? ''))
    names.push(`${above.name}${names.at(-1)}`)
  return names
}

/** Names that share the most characters with the text. */
function nearestNames(text: string, among: readonly DivisionEntry[]): readonly string[] {
  const wanted = new Set(stem(text))
  const near = (name: string): number => {
    const letters = new Set(stem(name))
    const shared = [...letters].filter((letter) => wanted.has(letter)).length
    return shared / Math.max(1, letters.size + wanted.size - shared)
  }
  const ranked = among.map(({ name }) => ({ name, near: near(name) })).filter(({ near: value }) => value >= 0.3)
  return [...new Set(ranked.sort((a, b) => b.near - a.near).map(({ name }) => name))].slice(0, mostShown)
}
