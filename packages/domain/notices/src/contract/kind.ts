import type { Registry } from '@opendpf/kit'
import type { Locale, Texts } from '@opendpf/messages'
import type { CodeList } from '@opendpf/standards'

/** One thing that a line tells of its subject: a code of a list, so that nothing else can be written there. */
export interface NoticeFact {
  readonly title: Texts
  readonly codes: CodeList
}

/** What a module posts, and by which rule: how a kind of notice is declared in the contract of the module that uses it. */
export interface NoticeKind {
  /** What the notice is called, without its place: 残疾评定结果公示. */
  readonly title: Texts
  /** How many full working days a line is posted, the day of posting not counted. */
  readonly workingDays: number
  /** Whether people under 18 years, and people of unknown age, are never posted. */
  readonly leavesOutMinors: boolean
  /** What a line tells beside the masked name and the village. */
  readonly facts: Readonly<Record<string, NoticeFact>>
  /** Steps of the subject's workflow: who took one of them last does not decide an objection to its line. */
  readonly decidedByAnotherThan?: readonly string[]
  /** The law that asks for the notice. */
  readonly basis: string
}

/** The id under which modules declare their kinds. */
export const noticesId = 'notices'

/** Declares the kinds of a module, for `declares: { notices: noticeKinds({ … }) }`. Their names get the module's id in front. */
export function noticeKinds<const Kinds extends Readonly<Record<string, NoticeKind>>>(kinds: Kinds): Kinds {
  for (const [name, { workingDays }] of Object.entries(kinds))
    if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > mostWorkingDays)
      throw new Error(`a notice is posted for 1 to ${mostWorkingDays} working days: "${name}"`)
  return kinds
}

export const mostWorkingDays = 60

/** Every kind that the modules of a deployment declare, by `<module>.<name>`. */
export function noticeKindsOf({ modules }: Pick<Registry, 'modules'>): ReadonlyMap<string, NoticeKind> {
  return new Map(
    modules.flatMap(({ id, declares }) =>
      Object.entries((declares[noticesId] ?? {}) as Readonly<Record<string, NoticeKind>>).map(
        ([name, kind]) => [`${id}.${name}`, kind] as const,
      ),
    ),
  )
}

/** What a line tells, in words: facts that the kind does not have are not told. */
export function factsInWords(
  kind: Pick<NoticeKind, 'facts'>,
  facts: Readonly<Record<string, string>>,
  locale: Locale,
): readonly { readonly title: string; readonly value: string }[] {
  return Object.entries(kind.facts).map(([name, { title, codes }]) => {
    const entry = codes.find(facts[name])
    return { title: title[locale], value: entry === undefined ? '—' : locale === 'en' ? entry.en : entry.zh }
  })
}
