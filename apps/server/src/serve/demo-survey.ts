import { createRandom, demoTowns, type Random } from '@opendpf/demo-county'
import {
  type Answer,
  boundsOf,
  checkAnswers,
  choicesOf,
  type Form,
  type Question,
  questionnairesOf,
  surveys,
  unknownFacts,
  walkForm,
} from '@opendpf/surveys'
import { askAgain, drawSample } from '@opendpf/surveys/server'
import type { DemoSteps } from './demo-steps.js'

const { questionnaire, campaign, interview, recheck, village } = surveys.records
/** Where the accounts of the town and of the village are. */
const town = demoTowns.find(({ name }) => name === '石桥镇')
/** Every answer that was taken over is confirmed, or there is none. */
const confirmed = { unconfirmed: [] }
const nothing = { answers: {}, ...confirmed }

type Interview = { readonly id: string; readonly facts: Parameters<typeof walkForm>[2] }

/**
 * What of a year's survey of one town lies in a stretch of time: it is made and opened in July with the answers of the year before, collected
 * in three turns, asked again of a tenth in October, and closed in December.
 */
export async function surveyTown(
  steps: DemoSteps,
  { year, before, day }: { readonly year: number; readonly before: string; readonly day: string },
): Promise<void> {
  const isDue = (on: string): boolean => before < `${year}-${on}` && `${year}-${on}` <= day
  if (isDue('07-15')) await openSurvey(steps, year)
  if (isDue('08-31')) {
    await collectShare(steps, { year, day, share: 0.5 })
    await askVillages(steps, { year, day })
  }
  if (isDue('10-15')) {
    await collectShare(steps, { year, day, share: 0.6 })
    await checkCollected(steps, year)
    await askTenthAgain(steps, year)
  }
  if (isDue('12-15')) {
    await collectShare(steps, { year, day, share: 1 })
    await checkCollected(steps, year)
    await closeSurvey(steps, year)
  }
}

const titleOf = (year: number): string => `${year}年度残疾人基本状况调查（${town?.name ?? ''}）`

async function openSurvey(steps: DemoSteps, year: number): Promise<void> {
  const division = town?.code ?? ''
  const made = await steps.as('clerk', async ({ read, registry, write }) => {
    const publish = async (name: string, title: string): Promise<string> => {
      const basedOn = `${surveys.id}.${name}`
      const shipped = questionnairesOf(registry).get(basedOn)
      const form = await write.create(questionnaire, {
        title,
        year,
        division,
        basedOn,
        basis: shipped?.basis ?? null,
        questionCount: shipped?.form.questions.length ?? 0,
      } as never)
      await write.transition(questionnaire, {
        id: form.id,
        version: form.version,
        verb: 'publish',
        values: {},
      } as never)
      return form.id
    }
    const form = await publish('basicNeeds', `${year}年残疾人基本状况调查表`)
    const ofVillages = await publish('villageFacilities', `${year}年村（社区）残疾人服务设施调查表`)
    const [previous] = await read.many(campaign, { title: titleOf(year - 1) }, { limit: 1 })
    return write.create(campaign, {
      title: titleOf(year),
      previous: previous?.id ?? null,
      year,
      division,
      questionnaire: form,
      villageQuestionnaire: ofVillages,
      fromDay: `${year}-07-15`,
      untilDay: `${year}-12-10`,
      covers: 'certified',
      unit: 'person',
      instructions: '逐户入户，当面询问；不在家的另约时间，三次不遇的注明原因。',
      listed: 0,
    } as never)
  })
  await steps.step('clerk', [campaign, made.id, 'open'])
  await steps.deliver()
}

/** How somebody is reached: nearly all at home, some where people meet or by telephone. */
function reachedBy(random: Random): 'visit' | 'meeting' | 'phone' {
  if (random.chance(0.9)) return 'visit'
  return random.chance(0.6) ? 'meeting' : 'phone'
}

/** Collects a share of the records that are still to do. One in sixty is not met. */
async function collectShare(
  { as }: DemoSteps,
  { year, day, share }: { readonly year: number; readonly day: string; readonly share: number },
): Promise<void> {
  await as('clerk', async ({ read, write }) => {
    const [task] = await read.many(campaign, { title: titleOf(year) }, { limit: 1 })
    const edition = task && (await read.one(questionnaire, task.questionnaire))
    if (!task || !edition?.content) return
    const form: Form = edition.content
    const left = await read.many(interview, { campaign: task.id, state: 'to-do' })
    const random = createRandom(`survey ${day}`)
    const chosen = left.slice(0, Math.ceil(left.length * share))
    const started = await write.transitionMany(
      interview,
      'start',
      chosen.map((row) => ({
        id: row.id,
        version: row.version,
        values: random.chance(1 / 60)
          ? { contact: 'absent', visitedOn: day, contactNote: '外出务工，春节前返乡，已电话约定。', ...nothing }
          : {
              contact: reachedBy(random),
              visitedOn: day,
              consent: 'spoken',
              answers: answersOf(form, row, random),
              ...confirmed,
            },
      })),
    )
    await write.transitionMany(
      interview,
      'finish',
      started.map((row) => ({ id: row.id, version: row.version, values: {} })),
    )
  })
}

/** All villages but the last have told of themselves; the town has looked through half of what they told. */
async function askVillages(
  steps: DemoSteps,
  { year, day }: { readonly year: number; readonly day: string },
): Promise<void> {
  const told = await steps.as('clerk', async ({ read, write }) => {
    const [task] = await read.many(campaign, { title: titleOf(year) }, { limit: 1 })
    const left = task ? await read.many(village, { campaign: task.id, state: 'to-do' }) : []
    const random = createRandom(`villages ${day}`)
    const started = await write.transitionMany(
      village,
      'start',
      left.slice(0, -1).map((row) => ({
        id: row.id,
        version: row.version,
        values: {
          respondent: '村委会主任',
          visitedOn: day,
          answers: answersOf(row.form, { id: row.id, facts: unknownFacts }, random),
          ...confirmed,
        },
      })),
    )
    return write.transitionMany(
      village,
      'finish',
      started.map((row) => ({ id: row.id, version: row.version, values: {} })),
    )
  })
  await steps.as('second-clerk', ({ write }) =>
    write.transitionMany(
      village,
      'check',
      told.slice(0, Math.ceil(told.length / 2)).map((row) => ({ id: row.id, version: row.version, values: {} })),
    ),
  )
}

async function closeSurvey(steps: DemoSteps, year: number): Promise<void> {
  const [task] = await steps.as('clerk', ({ read }) => read.many(campaign, { title: titleOf(year) }, { limit: 1 }))
  if (task)
    await steps.step('clerk', [campaign, task.id, 'close'], {
      summary: '已按名单逐户调查。未遇到的多为外出务工人员，列入下年度调查。',
    })
}

/** The town has looked through half of what was collected, and has sent one record back. */
async function checkCollected(steps: DemoSteps, year: number): Promise<void> {
  await steps.as('second-clerk', async ({ read, write }) => {
    const [task] = await read.many(campaign, { title: titleOf(year) }, { limit: 1 })
    const done = task ? await read.many(interview, { campaign: task.id, state: 'done' }) : []
    const [first, ...rest] = done
    if (first)
      await write.transition(interview, {
        id: first.id,
        version: first.version,
        verb: 'sendBack',
        values: { returnReason: '住房状况与户信息不一致，请再核实。' },
      } as never)
    await write.transitionMany(
      interview,
      'check',
      rest.slice(0, Math.ceil(rest.length / 2)).map((row) => ({ id: row.id, version: row.version, values: {} })),
    )
  })
  await steps.deliver()
}

/** Another asks a tenth of what was collected in each village once more; where somebody answers otherwise, it is a number. */
async function askTenthAgain(steps: DemoSteps, year: number): Promise<void> {
  await steps.as('clerk', async (context) => {
    const [task] = await context.read.many(campaign, { title: titleOf(year) }, { limit: 1 })
    if (task) await drawSample(task.id, { percent: 10, seed: `${year}` }, context)
  })
  await steps.as('second-clerk', async (context) => {
    const [task] = await context.read.many(campaign, { title: titleOf(year) }, { limit: 1 })
    const edition = task && (await context.read.one(questionnaire, task.questionnaire))
    if (!task || !edition?.content) return
    const drawn = await context.read.many(recheck, { campaign: task.id, state: 'to-do' })
    const random = createRandom(`asked again ${year}`)
    for (const { id, version, interview: of } of drawn) {
      const first = await context.read.one(interview, of)
      if (!first) continue
      const again = random.chance(1 / 3) ? withAnotherNumber(edition.content, first) : first.answers
      await askAgain(id, { version, answers: { ...again } }, context)
    }
  })
}

/** Answers of which one number is another, where that fits the rest; else as they are. */
function withAnotherNumber(
  form: Form,
  { answers, facts }: Interview & { readonly answers: Readonly<Record<string, Answer>> },
): Readonly<Record<string, Answer>> {
  for (const question of form.questions) {
    const said = answers[question.code]
    if (question.kind !== 'number' || typeof said !== 'number') continue
    const changed = { ...answers, [question.code]: said + 1 }
    if (checkAnswers(form, changed, facts, { isFinal: true }).length === 0) return changed
  }
  return answers
}

/** Answers to everything that is asked, thrown anew until nothing is wrong with them together. */
function answersOf(form: Form, { id, facts }: Interview, random: Random): Readonly<Record<string, Answer>> {
  let answers: Record<string, Answer> = {}
  for (let round = 0; round < 5000; round += 1) {
    const next = walkForm(form, answers, facts).asked.find(
      (question) => !(question.code in answers) && !question.optional && question.kind !== 'photo',
    )
    if (next) {
      answers[next.code] = answerOf(next, random)
      continue
    }
    if (checkAnswers(form, answers, facts, { isFinal: true }).length === 0) return answers
    answers = {}
  }
  throw new Error(`no answers to the survey fit the record ${id}`)
}

function answerOf(question: Question, random: Random): Answer {
  const { min, max } = boundsOf(question)
  const choices = choicesOf(question)
  if (choices) {
    const [first] = choices
    const one = random.pick(choices).code
    if (question.kind !== 'several') return one
    return [random.chance(0.5) ? one : (first?.code ?? one)]
  }
  if (question.kind === 'number') return random.whole(min, Math.min(max, min + 40))
  if (question.kind === 'date') return '2020-06-01'
  return question.kind === 'division' ? (town?.code ?? '') : '无'
}
