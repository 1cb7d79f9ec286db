import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { maskName } from '@opendpf/standards'
import { duplicateRules, type persons } from '../../contract/index.js'
import { candidatesFor, comparePairs, type Entry } from './candidates.js'
import { nameKeyOf } from './name-key.js'
import { ruleVersion } from './score.js'

type PersonDraft = Draft<typeof persons.records.person>

// more would bury the form; all of them stand on the review page
const shownAtMost = 3

/**
 * Tells whoever writes a person that the person may be registered already, by which rules, and in which edition of them. Also looks
 * among the rows of the same batch. Nothing is refused: the decision is a person's.
 */
export async function warnOfDuplicates(drafts: readonly PersonDraft[], context: ModuleContext): Promise<void> {
  const fresh = drafts.filter(isComparedAnew)
  const entries = fresh.map((draft, position) => entryOfDraft(draft, `${position}`))
  const byId = new Map(entries.map((entry, position) => [entry.id, fresh[position]]))
  if (entries.length === 0) return
  const candidates = await candidatesFor(entries, context)
  const warned = new Map<PersonDraft, number>()
  const found = comparePairs(entries, candidates).toSorted((a, b) => b.likeness.score - a.likeness.score)
  for (const { entry, other, likeness } of found) {
    const draft = byId.get(entry.id)
    const count = (draft && warned.get(draft)) ?? 0
    const [rule] = likeness.rules
    if (!draft || count >= shownAtMost || rule === undefined) continue
    draft.warn('name', `person.duplicate.${rule}`, { name: maskName(other.name), score: likeness.score })
    warned.set(draft, count + 1)
  }
  for (const draft of warned.keys()) {
    draft.warn('name', 'person.duplicate.checked', { version: ruleVersion, rules: duplicateRules.length })
  }
}

/** Whether anything changed that the rules look at. */
export function isComparedAnew({ before, values }: Pick<PersonDraft, 'before' | 'values'>): boolean {
  if (!before) return true
  const looked = ['name', 'formerName', 'birthDate', 'sex', 'division', 'idNumber'] as const
  return looked.some((field) => before[field] !== values[field])
}

function entryOfDraft({ before, values }: PersonDraft, position: string): Entry {
  return {
    // a new row has no id yet; a text with a letter sorts behind every id
    id: before?.id ?? `z${position}`,
    name: values.name,
    nameKey: values.foldedName ?? nameKeyOf(values.name),
    soundKey: values.spokenName ?? '',
    formerKey: values.formerName === null ? '' : nameKeyOf(values.formerName),
    birthDate: values.birthDate,
    sex: values.sex,
    division: values.division,
    hasIdNumber: values.idNumber !== null,
  }
}
