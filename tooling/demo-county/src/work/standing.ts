import { workdayIn } from './calendar.js'
import { holderKey } from './deed.js'
import { ageAt, sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Of the holders of working age who has work, and of all holders who finds some in a year. */
const employed = 0.46
const newlyEmployed = 0.013

/** Who has work, by what Human Resources told at the beginning and since. */
export function tellStanding({ book, holders, start, years, chanceOf }: Setting): void {
  const random = chanceOf('standing')
  const able = holders.filter((holder) => ageAt(holder, start) >= 16 && ageAt(holder, start) < 60)
  const atWork = new Set(sample(random, able, Math.round(able.length * employed)))
  const note = (holder: (typeof able)[number], on: string, since: string): void =>
    void book.enter(
      on,
      'persons.status',
      `employed ${holder.idNumber}`,
      { kind: 'employed', since, source: 'human-resources' },
      { links: { person: holderKey(holder) } },
    )
  for (const holder of atWork) note(holder, start, `${random.whole(2018, years[0] - 1)}-0${random.whole(1, 9)}-01`)
  const looking = able.filter((holder) => !atWork.has(holder))
  const found = sample(random, looking, shareOf(holders.length, newlyEmployed) * years.length)
  for (const [index, holder] of found.entries()) {
    const day = workdayIn(random, years[index % years.length] ?? years[0])
    note(holder, day, day)
  }
}
