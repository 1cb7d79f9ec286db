import type { Registry } from '@opendpf/kit'
import type { Draft, RecordHooks } from '@opendpf/kit/server'
import { monthOf, type programmes, programmesOf } from '../../contract/index.js'
import { checkTakeovers } from './check-takeovers.js'
import { takeOver } from './take-over.js'

type Takeover = (typeof programmes.records)['takeover']
type TakeoverDraft = Draft<Takeover>

/** What follows a person when two entries of the register are merged. */
const moving: ReadonlySet<string> = new Set(['person', 'personName'])

/** A row of an old roster is taken as it stands: it is of a programme that pays again and again, and leads to an enrolment at once. */
export const takeoverHooks: RecordHooks<Takeover> = {
  prepare(draft, { actor, today, registry }) {
    const { before, values, refuse } = draft
    if (before) return keepAsItWas(draft)
    // people receive by it: that is the county's to answer for
    if (actor.scope.level === 'town' || actor.scope.level === 'village') refuse('programme', 'takeover.problem.county')
    values.programme = nameOf(values.programme, registry)
    checkProgramme(draft, registry)
    if (values.fromMonth < values.grantedSince) refuse('fromMonth', 'takeover.problem.order')
    if (values.grantedSince > monthOf(today)) refuse('grantedSince', 'takeover.problem.future')
    if ((values.bank === null) !== (values.accountNumber === null)) refuse('accountNumber', 'takeover.problem.bank')
  },
  check: checkTakeovers,
  async after(changes, context) {
    await takeOver(
      changes.flatMap(({ before, row }) => (row && !before ? [row] : [])),
      context,
    )
  },
}

function keepAsItWas({ before, values, refuse }: TakeoverDraft): void {
  for (const field of Object.keys(values) as (keyof typeof values)[])
    if (!moving.has(field) && before?.[field] !== values[field]) refuse(field, 'takeover.problem.kept')
}

/** The name of a programme, of which a roster writes the title. */
function nameOf(written: string, registry: Pick<Registry, 'modules'>): string {
  const known = programmesOf(registry)
  if (known.has(written)) return written
  const titled = [...known.values()].find(({ title }) => Object.values(title).includes(written.trim()))
  return titled?.name ?? written
}

function checkProgramme({ values, refuse }: TakeoverDraft, registry: Pick<Registry, 'modules'>): void {
  const programme = programmesOf(registry).get(values.programme)
  if (!programme) {
    refuse('programme', 'takeover.problem.programme')
    return
  }
  const { cycle, beneficiary, amount } = programme
  const isNumbered = beneficiary === 'vehicle' || beneficiary === 'student'
  const problems = [
    ['programme', 'once', cycle === 'once'],
    ['programme', 'organisation', beneficiary === 'organisation'],
    ['amount', 'amount', amount.by === 'decision' && values.amount === null],
    ['objectNumber', 'objectNumber', isNumbered && values.objectNumber === null],
  ] as const
  for (const [field, problem, isSo] of problems) if (isSo) refuse(field, `takeover.problem.${problem}`)
}
