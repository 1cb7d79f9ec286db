import { sampleRules } from '@opendpf/fixtures'
import type { PlacedRecord } from '@opendpf/kit'
import { composeResidentId } from '@opendpf/standards'
import { createSampler, places, refusalOf, type Sample, type SampleValues, type TestServer } from '@opendpf/testing'

/** Makes rows of a county that works, beyond one of each record: those that figures count only once something was done. */
interface Work {
  make(ref: `${string}.${string}`, values?: SampleValues): Promise<Sample>
  /** Takes steps of a row one after the other, as a second person. */
  take(sample: Sample, ...verbs: readonly string[]): Promise<void>
  /** Takes a step that others than the first two have to take. */
  decide(sample: Sample, verb: string, values: SampleValues): Promise<void>
  /** Sends a row's own answers to an address below it, as whoever made it. */
  send(sample: Sample, below: string, body: SampleValues): Promise<void>
}

const none = undefined
const day = '2026-06-15'
const villager = (sequence: number, birthDate = '1980-02-02') => ({
  idNumber: composeResidentId({ addressCode: '990121', birthDate, sequence }),
})

/** One row of every record of the modules, and the rows that follow from a year's work. */
export async function fillCounty(server: TestServer, records: readonly PlacedRecord[]): Promise<void> {
  const sampler = createSampler({ server, module: 'visits', rules: sampleRules })
  const second = server.as({ id: 'second-sampler', at: 'all' })
  for (const record of records) await sampler.make(record, { division: places.village })
  const step = async (by: typeof second, { record, id }: Sample, verb: string, values: SampleValues) => {
    const address = `${server.path(record)}/${id}`
    const { body } = await by('GET', address)
    const answer = await by('POST', `${address}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
    if (answer.status !== 200) throw new Error(`${record.ref} does not ${verb}: ${refusalOf(answer)}`)
  }
  const work: Work = {
    make: (ref, values = {}) =>
      sampler.make(server.platform.registry.record(ref), { division: places.village, values }),
    async take(sample, ...verbs) {
      for (const verb of verbs) await step(second, sample, verb, {})
    },
    decide: (sample, verb, values) => step(server.as({ id: 'third-sampler', at: 'all' }), sample, verb, values),
    async send({ record, id, version }, below, body) {
      const answer = await second('POST', `${server.path(record)}/${id}/${below}`, { version, ...body })
      if (answer.status !== 200) throw new Error(`${record.ref} does not take ${below}: ${refusalOf(answer)}`)
    },
  }
  await register(work)
  await homes(work)
  await services(work)
  await activities(work)
  await surveys(work)
  await clients(work)
  await reliefs(work)
  await treatment(work)
  await mentalCare(work)
  await network(work)
  await poverty(work)
  // marks of households follow from their members
  await server.deliver()
}

/** Who is poor, and homes of a kind. */
async function register({ make }: Work): Promise<void> {
  const { id: person } = await make('persons.person', villager(901))
  for (const kind of ['allowance', 'extremely-poor'])
    await make('persons.status', { person, kind, since: '2026-01-01', until: none })
  for (const indicator of ['figures.allowanceRecipients', 'rehab.hospitals'])
    await make('figures.externalFigure', {
      indicator,
      division: places.county,
      fromDay: '2026-06-01',
      toDay: '2026-06-01',
      value: indicator === 'rehab.hospitals' ? 4 : 8_000,
    })
}

/** A home with two holders whom nobody cares for but their old mother; one of them gets a device. */
async function homes({ make, take }: Work): Promise<void> {
  const { id: household } = await make('persons.household')
  const join = async (relation: string, values: SampleValues) => {
    const { id: person } = await make('persons.person', values)
    await make('persons.member', { household, person, relation, since: '2026-01-01' })
    return person
  }
  await join('01', villager(902, '1950-02-02'))
  const children = [await join('20', villager(903)), await join('20', villager(904))]
  for (const person of children) await make('certificates.certificate', { person })
  const programme = 'poverty-relief.living'
  await make('programmes.enrolment', { person: children[1], subject: children[1], programme, scheme: programme })
  const fitting = await make('rehab.fitting', { person: children[0] })
  await take(fitting, 'assess', 'issue')
}

/** What the county did for people that is not of one line. */
async function services({ make, take }: Work): Promise<void> {
  const trip = await make('certificates.trip')
  await make('certificates.tripService', { trip: trip.id })
  await take(trip, 'finish')
  for (const programme of ['living', 'medicalPremium', 'pensionPremium', 'busPass'].map(
    (name) => `poverty-relief.${name}`,
  )) {
    const { id: person } = await make('persons.person')
    await make('programmes.enrolment', { person, subject: person, programme, scheme: programme })
    await make('payments.line', { person, payee: person, programme, state: 'paid', paidOn: day, net: 8_000 })
  }
}

/** One activity of each kind that plans ask for, held and done, with somebody who took part. */
async function activities({ make, take }: Work): Promise<void> {
  const kinds = ['training', 'study', 'sports', 'publicity', 'outreach']
  const held = [...kinds.map((kind) => `activities.${kind}`), 'rehab.technicianTraining', 'rehab.parentTraining']
  for (const kind of held) {
    const activity = await make('activities.activity', { kind })
    await take(activity, 'start')
    const { id: session } = await make('activities.session', { activity: activity.id })
    const { id: person } = await make('persons.person')
    await make('activities.attendance', { session, person, part: 'participant' })
    if (kind === 'activities.publicity') await take(activity, 'finish')
  }
}

async function surveys({ make, take, send }: Work): Promise<void> {
  const interview = await make('surveys.interview', { contact: 'visit', consent: 'guardian' })
  await send(interview, 'collecting', { answers: { employed: 'yes' }, unconfirmed: [] })
  await take(interview, 'finish')
  const village = await make('surveys.village', { respondent: '村委会主任' })
  await send(village, 'collecting', { answers: { employed: 'yes' }, unconfirmed: [] })
  await take(village, 'finish')
  await take(await make('surveys.problem'), 'assign', 'reply', 'solve')
}

/** A client with a file, a card, a plan that was agreed, and a course that helped. */
async function clients({ make, take }: Work): Promise<void> {
  const open = { archivedOn: none, archiveReason: none }
  const file = await make('rehab.file', open)
  await make('rehab.assessment', { file: file.id })
  const plan = await make('rehab.plan', { file: file.id })
  await make('rehab.planItem', { plan: plan.id })
  await take(plan, 'agree')
  const course = await make('rehab.course', { kind: 'hearing-speech', scoreBefore: 20, scoreAfter: 60 })
  await make('rehab.lesson', { course: course.id })
  await make('rehab.service', { setting: 'community' })
  await take(course, 'finish')
}

/** A home whose severely disabled member has an illness to pay for: relief is asked for, looked at by one and decided by another. */
async function reliefs({ make, take, decide }: Work): Promise<void> {
  const programme = 'poverty-relief.temporaryRelief'
  await take(await make('programmes.offer', { programme, year: 2026, region: places.village }), 'open')
  const { id: household } = await make('persons.household')
  const { id: person } = await make('persons.person', villager(905))
  await make('persons.member', { household, person, relation: '01', since: '2026-01-01' })
  await make('certificates.certificate', { person })
  for (const kind of ['allowance', 'illness-burden'])
    await make('persons.status', { person, kind, since: '2026-01-01', until: none })
  const asked = await make('programmes.application', {
    programme,
    person,
    survey: none,
    surveyedOn: none,
    evidence: ['idCard', 'hardship'],
  })
  await take(asked, 'submit', 'accept', 'passReview')
  await decide(asked, 'approve', { amount: 100_000 })
}

async function treatment({ make, take }: Work): Promise<void> {
  const cataract = await make('rehab.cataract', {
    excludedOn: none,
    excludeReason: none,
    acuityAfter: 'D050',
    cost: 10_000,
    fundPaid: 5_000,
    insurancePaid: 2_000,
    reduced: 3_000,
  })
  await take(cataract, 'screen', 'operate', 'followUp')
  for (const kind of ['medication', 'leprosy']) await take(await make('rehab.aid', { kind }), 'visit', 'grant')
  await take(await make('rehab.relief'), 'approve', 'entrust', 'settle')
  await make('rehab.policy', { kind: 'preference' })
  await make('rehab.policy', { kind: 'study', until: day })
}

async function mentalCare({ make, take }: Work): Promise<void> {
  const patient = await make('rehab.patient', { leftOn: none, leaveReason: none })
  await take(patient, 'guard')
  await make('rehab.careVisit', {
    patient: patient.id,
    visitedOn: day,
    improvement: 'marked',
    participation: 'work',
    incidents: 1,
  })
}

async function network({ make, take }: Work): Promise<void> {
  await make('rehab.station', { kind: 'hospital-department', hospitalLevel: '2' })
  await make('rehab.agreement', { endedOn: none, endReason: none })
  await take(await make('rehab.stationCheck'), 'accept')
}

/** Aid of the line of poverty relief that came to its end. */
async function poverty({ make, take }: Work): Promise<void> {
  const person = async () => ({ person: (await make('persons.person')).id })
  const onList = { leftOn: none, leaveReason: none, leaveIncome: none, watchUntil: none, closedOn: none }
  await take(await make('poverty-relief.poorEntry', { ...(await person()), ...onList }), 'admit')
  await take(await make('poverty-relief.poorEntry', await person()), 'admit', 'takeOff')
  await take(await make('poverty-relief.support', { ...(await person()), outcome: 'lifted' }), 'check')
  await take(await make('poverty-relief.loan', await person()), 'lend')
  await take(await make('poverty-relief.housing', await person()), 'plan', 'start', 'accept')
  await make('poverty-relief.housing', { ...(await person()), acceptedOn: none })
  await take(await make('poverty-relief.referral', await person()), 'answer')
  await take(await make('poverty-relief.reduction'), 'confirm')
  await take(await make('funds.receipt', { kind: 'donation', receivedOn: day, amount: 50_000 }), 'take')
  await take(await make('funds.expenditure'), 'pay')
  await make('poverty-relief.pairing', { ...(await person()), until: none })
}
