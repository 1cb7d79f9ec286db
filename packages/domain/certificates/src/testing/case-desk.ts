import { notices } from '@opendpf/notices'
import type { TestServer } from '@opendpf/testing'
import { certificates } from '../contract/index.js'
import { addHolder } from './holders.js'

const path = '/api/v1/certificates/cases'
const day = 86_400_000

type Holder = Awaited<ReturnType<typeof addHolder>>
type Values = Readonly<Record<string, unknown>>

/** The documents of an adult who applies in person. */
export const papers = { hasIdCard: true, hasHouseholdBook: true, hasPhotos: true }

/** What an institution writes down. */
export const finding = (category: string, grade: string, assessedOn: string) => ({
  assessedOn,
  doctors: '评定医师甲',
  components: [{ category, grade }],
  criterion: `GB/T 26341-2010 ${category} ${grade}级`,
  findings: '检查所见记录',
})

/** The county's office: a clerk who accepts and an approver who decides, on a clock that can be put on. */
export function openCaseDesk(server: TestServer) {
  const clerk = server.as({ id: 'clerk' })
  const approver = server.as({ id: 'approver' })
  const get = async (id: string) => (await clerk('GET', `${path}/${id}`)).body
  const today = () => server.clock.now().toISOString().slice(0, 10)

  const step = async (id: string, verb: string, values: Values = {}, call = clerk) => {
    const { version } = await get(id)
    return call('POST', `${path}/${id}/do/${verb}`, values, { 'if-match': `"${version}"` })
  }
  /** Takes a step that must succeed, and answers the state. */
  const take = async (id: string, verb: string, values: Values = {}, call = clerk): Promise<string> => {
    const { status, body } = await step(id, verb, values, call)
    if (status !== 200) throw new Error(`${verb}: ${status} ${JSON.stringify(body)}`)
    return body.fields.state
  }
  /** The code of the refusal of a step; undefined when it was taken. */
  const refusal = async (id: string, verb: string, values: Values = {}, call = clerk): Promise<string | undefined> => {
    const { status, body } = await step(id, verb, values, call)
    return status === 200 ? undefined : (body.errors?.[0]?.code ?? body.code)
  }

  const { line, objection } = notices.records
  /** The latest line of a case on a notice. */
  const lineOf = (id: string) =>
    server.write(async ({ read }) => {
      const found = (await read.many(line, { subject: id })).at(-1)
      if (!found) throw new Error('the case was not posted')
      return found
    })
  const run = async (job: string): Promise<void> => {
    server.as({ id: 'everywhere', at: 'all' })
    const actor = server.actor({ id: 'everywhere', at: 'all' })
    const { state, message } = await server.work.done(await server.work.jobs.queue({ job, input: {}, actor }))
    if (state !== 'done') throw new Error(`${job} ended as ${state}: ${message}`)
  }

  return {
    clerk,
    approver,
    step,
    lineOf,
    /** Starts the notice of a case that was found eligible, and publishes it. */
    async post(id: string): Promise<void> {
      await take(id, 'startNotice', { noticePlace: '村务公开栏' })
      const { notice } = await lineOf(id)
      const { version } = (await clerk('GET', `/api/v1/notices/notices/${notice}`)).body
      const values = { objectionPhone: '0900-1234' }
      const seen = { 'if-match': `"${version}"` }
      const { status, text } = await clerk('POST', `/api/v1/notices/notices/${notice}/do/publish`, values, seen)
      if (status !== 200) throw new Error(text)
    },
    /** Somebody objects to what is posted of a case, and the case is told. */
    async object(id: string, text: string): Promise<string> {
      const { id: about, notice } = await lineOf(id)
      const registrar = server.as({ id: 'registrar' })
      const answer = await registrar('POST', '/api/v1/notices/objections', { notice, line: about, text })
      if (answer.status !== 201) throw new Error(answer.text)
      await server.deliver()
      return answer.body.id
    },
    /** Decides an objection, and the case is told. Answers the code of the refusal; undefined when it was decided. */
    async decide(id: string, verb: 'uphold' | 'reject', note: string, call = approver): Promise<string | undefined> {
      const { version } = await server.write(async ({ read }) => {
        const found = await read.one(objection, id)
        if (!found) throw new Error('there is no such objection')
        return found
      })
      const { status, body } = await call(
        'POST',
        `/api/v1/notices/objections/${id}/do/${verb}`,
        { decisionNote: note },
        { 'if-match': `"${version}"` },
      )
      await server.deliver()
      return status === 200 ? undefined : (body.errors?.[0]?.code ?? body.code)
    },
    get,
    take,
    refusal,
    today,
    addHolder: (birthDate: string, more: Values = {}): Promise<Holder> => addHolder(clerk, birthDate, more),
    async apply(person: string, values: Values = {}): Promise<string> {
      const { status, body } = await clerk('POST', path, {
        person,
        item: 'new',
        channel: 'counter',
        applicant: 'self',
        appliedOn: today(),
        ...values,
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body.id
    },
    /** From the application to the hands of the holder, for a person who has no certificate. */
    async certify(holder: Holder, category: '2' | '3' | '4', grade: '1' | '2' | '3' | '4'): Promise<string> {
      const id = await this.apply(holder.id, { claimedCategory: category, ...papers })
      for (const verb of ['submit', 'accept']) await take(id, verb)
      await take(id, 'referForAssessment', { institution: '县人民医院' })
      await take(id, 'findEligible', finding(category, grade, today()))
      await this.post(id)
      await this.night(10)
      await take(id, 'approve', {}, approver)
      await this.finish(id, holder.numberOf(category, grade))
      return this.certificateOf(holder.id)
    },
    /** From the approval to the hands of the holder: the national system confirms, the card is printed and handed over. */
    async finish(id: string, number: string): Promise<string> {
      await take(id, 'sendToNational')
      await this.answer(id, { result: 'confirmed', number })
      await take(id, 'printCertificate', { issueDate: today() })
      return take(id, 'handOver', { receipt: '本人签收' })
    },
    /** What the national system says of the case that waits for it, taken over as a line of its file is. */
    answer: (id: string, values: Values): Promise<void> =>
      server.write(async ({ read, write }) => {
        const [line] = await read.many(certificates.records.submission, { application: id, state: 'waiting' })
        if (!line) throw new Error('nothing was sent')
        await write.update(certificates.records.submission, { id: line.id, version: line.version, values })
      }),
    /** Changes a case, as its form does. */
    async change(id: string, values: Values): Promise<void> {
      const { version } = await get(id)
      const { status, body } = await clerk('PATCH', `${path}/${id}`, values, { 'if-match': `"${version}"` })
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
    /** An application that needs no assessment, as far as its review. */
    async toReview(person: string, values: Values): Promise<string> {
      const id = await this.apply(person, { ...papers, ...values })
      for (const verb of ['submit', 'accept', 'sendToReview']) await take(id, verb)
      return id
    },
    /** An application about a certificate that is decided without printing one. */
    async carryOut(person: string, values: Values): Promise<string> {
      const id = await this.toReview(person, values)
      await take(id, 'approve', {}, approver)
      await take(id, 'carryOut', {}, approver)
      return id
    },
    /** A certificate that has been there since a day, as a roster brings it. */
    async register(holder: Holder, issueDate: string, more: Values = {}): Promise<string> {
      const values = { person: holder.id, number: holder.numberOf('4', '2'), issueDate, ...more }
      const { status, body } = await clerk('POST', '/api/v1/certificates/certificates', values)
      if (status !== 201) throw new Error(JSON.stringify(body))
      return body.id
    },
    /** Runs one of the module's nightly jobs on the day the clock shows. */
    job: (name: 'expire' | 'markRenewable' | 'followMoves'): Promise<void> => run(`certificates.${name}`),
    /** Puts the clock on to ten o'clock of a day. */
    passTo(date: string): void {
      server.clock.advance(Date.parse(`${date}T02:00:00Z`) - server.clock.now().getTime())
    },
    /** The cases of a person, the oldest first. */
    casesOf: (person: string) =>
      server.write(({ read }) => read.many(certificates.records.case, { person }, { orderBy: 'id' })),
    deadlines: async (rowId: string) =>
      (await clerk('GET', `/api/v1/system/deadlines?rowId=${rowId}`)).body.rows.map(
        ({ fields }: { fields: Record<string, unknown> }) => fields,
      ) as readonly Readonly<Record<string, unknown>>[],
    certificateOf: (person: string): Promise<string> =>
      server.write(async ({ read }) => (await read.many(certificates.records.certificate, { person }))[0]?.id ?? ''),
    certificate: async (id: string) => (await clerk('GET', `/api/v1/certificates/certificates/${id}`)).body.fields,
    /** Passes some days; the nightly runs take what has run out and end notices, and whoever listens is told. */
    async night(days: number): Promise<void> {
      server.clock.advance(days * day)
      await run('system.runClocks')
      await run('notices.close')
      await server.deliver()
    },
    events: () =>
      server.platform.pool.use({ level: 'all' }, async (session) =>
        (
          await session.query<{ name: string }>({
            text: `select name from outbox where name like 'certificates.%' order by id`,
            values: [],
          })
        ).map(({ name }) => name),
      ),
  }
}
