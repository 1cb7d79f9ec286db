import { addDays } from '@opendpf/standards'
import { workdayAfter, workdayIn } from './calendar.js'
import type { FiledClient } from './clients.js'
import { rehabCentre, stationOf } from './places.js'
import { sample, shareOf } from './samples.js'
import type { Setting } from './setting.js'

/** Of all holders in a year. */
const trained = 0.035

const kinds: Readonly<Record<string, { readonly kind: string; readonly content: string }>> = {
  '1': { kind: 'orientation', content: '室内外定向行走、盲杖使用' },
  '2': { kind: 'hearing-speech', content: '听觉识别、发音训练' },
  '3': { kind: 'hearing-speech', content: '构音训练、日常对话' },
  '4': { kind: 'motor', content: '关节活动、站立平衡、步行训练' },
  '5': { kind: 'cognition', content: '认知配对、生活自理训练' },
  '6': { kind: 'occupation', content: '工疗、社交技能训练' },
}

/** Courses of training with their cards: clients with a file, from a score before to one after. */
export function tellTraining(setting: Setting, clients: readonly FiledClient[]): void {
  const { book, years, holders } = setting
  const random = setting.chanceOf('training')
  for (const year of years) {
    const known = clients.filter(({ since }) => since < `${year}-11-01`)
    for (const { holder, file, category, since } of sample(random, known, shareOf(holders.length, trained))) {
      const asked = workdayIn(random, year, [2, 10])
      const startedOn = asked > since ? asked : workdayAfter(since, 5)
      const { kind, content } = kinds[category] ?? { kind: 'daily-life', content: '日常生活训练' }
      const course = `course ${holder.idNumber} ${year}`
      const isAway = random.chance(0.4)
      const scoreBefore = random.whole(20, 60)
      const isBegun = book.enter(
        startedOn,
        'rehab.course',
        course,
        {
          kind,
          cardNumber: `XL${year}${String(book.next()).padStart(5, '0')}`,
          setting: isAway ? 'institution' : 'community',
          trainer: random.pick(['治疗师甲', '治疗师乙']),
          startedOn,
          scoreBefore,
        },
        { links: { file, institution: isAway ? rehabCentre : stationOf(holder) }, after: [file] },
      )
      if (!isBegun) continue
      const lessons: string[] = []
      const count = random.whole(5, 9)
      let heldOn = startedOn
      for (let turn = 1; turn <= count; turn += 1) {
        heldOn = workdayAfter(heldOn, random.whole(4, 10))
        const lesson = `lesson ${course} ${turn}`
        if (!book.enter(heldOn, 'rehab.lesson', lesson, { heldOn, minutes: 45, content }, { links: { course } })) break
        lessons.push(lesson)
      }
      if (lessons.length < count) continue
      const endedOn = addDays(heldOn, 1)
      book.step(
        endedOn,
        ['rehab.course', course, 'finish'],
        { endedOn, scoreBefore, scoreAfter: Math.min(100, scoreBefore + random.whole(-3, 22)) },
        { after: lessons },
      )
    }
  }
}
