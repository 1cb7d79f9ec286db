import type { ModuleServer } from '@opendpf/kit/server'
import { deliverEvents } from '@opendpf/server'
import { places, samplePicture, startTestServer, type TestServer } from '@opendpf/testing'
import { notices } from '../contract/index.js'
import { noticesServer } from '../server/index.js'
import { awards, awardsServer } from './awards.js'

const day = 86_400_000
type Values = Readonly<Record<string, unknown>>
const root = '/api/v1/notices'

/** A county with notices and a module that uses them, on a clock that can be put on. */
export async function openBoard(now: string, more: readonly ModuleServer[] = []) {
  const server: TestServer = await startTestServer({
    modules: [...more, noticesServer, awardsServer],
    now,
    hasWork: true,
  })
  const clerk = server.as({ id: 'clerk', name: '经办人甲' })
  const approver = server.as({ id: 'approver', name: '审批人乙' })
  const nobody = server.as({ caller: 'nobody' })

  const step = async (path: string, id: string, verb: string, values: Values = {}, call = clerk) => {
    const { body } = await clerk('GET', `${path}/${id}`)
    return call('POST', `${path}/${id}/do/${verb}`, values, { 'if-match': `"${body.version}"` })
  }
  const expectDone = async (asked: ReturnType<typeof step>) => {
    const { status, body } = await asked
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const read = async (path: string, id: string) => (await clerk('GET', `${path}/${id}`)).body.fields
  let people = 0

  return {
    server,
    clerk,
    approver,
    nobody,
    today: () => new Date(server.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    /** Has somebody posted who is proposed for an award, and answers the award. */
    async propose(values: Values = {}): Promise<string> {
      people += 1
      const { status, body } = await clerk('POST', '/api/v1/awards/awards', {
        person: `王${String.fromCharCode(0x4e00 + people)}明`,
        birthDate: '1970-01-01',
        category: '4',
        grade: '2',
        division: places.village,
        ...values,
      })
      if (status !== 201) throw new Error(JSON.stringify(body))
      await expectDone(step('/api/v1/awards/awards', body.id, 'accept'))
      await expectDone(step('/api/v1/awards/awards', body.id, 'post'))
      return body.id
    },
    award: (id: string) => read('/api/v1/awards/awards', id),
    giveUp: (id: string) => expectDone(step('/api/v1/awards/awards', id, 'giveUp')),
    /** The line of an award, with its id. */
    async line(award: string) {
      const { body } = await clerk('GET', `${root}/lines?subject=${award}`)
      const [row] = body.rows
      return { id: row.id as string, ...(await read(`${root}/lines`, row.id)) }
    },
    notice: (id: string) => read(`${root}/notices`, id),
    noticeStep: (id: string, verb: string, values: Values = {}, call = clerk) =>
      step(`${root}/notices`, id, verb, values, call),
    objectionStep: (id: string, verb: string, values: Values = {}, call = approver) =>
      step(`${root}/objections`, id, verb, { decisionNote: '走访核实', ...values }, call),
    objection: (id: string) => read(`${root}/objections`, id),
    /** Publishes the notice that an award stands in. */
    async publish(award: string): Promise<string> {
      const { notice } = await this.line(award)
      await expectDone(step(`${root}/notices`, notice, 'publish', { place: '村务公开栏', objectionPhone: '0900-1234' }))
      return notice
    },
    /** The village says how a notice hangs, with a picture. */
    async hang(id: string, hungOn: string, call = clerk) {
      const picture = await call('POST', `${root}/notices/attachments/hangingPhotos`, samplePicture())
      if (picture.status !== 201) throw new Error(picture.text)
      const values = { hungOn, hungBy: '村专职委员', hungWhere: '村委会门口公开栏', hangingPhotos: [picture.body] }
      return step(`${root}/notices`, id, 'recordHanging', values, call)
    },
    /** Takes an objection at the counter. */
    async object(values: Values): Promise<string> {
      const { status, body } = await clerk('POST', `${root}/objections`, { text: '反映情况不实', ...values })
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
      return body.id
    },
    expectDone,
    /** Passes some days. The night's job runs at the end of them, and whoever listens is told. */
    async night(days: number): Promise<void> {
      server.clock.advance(days * day)
      await this.close()
    },
    async close(): Promise<void> {
      const everywhere = { id: 'everywhere', at: 'all' }
      server.as(everywhere)
      const id = await server.work.jobs.queue({ job: 'notices.close', input: {}, actor: server.actor(everywhere) })
      const { state, message } = await server.work.done(id)
      if (state !== 'done') throw new Error(`the night ended as ${state}: ${message}`)
      await deliverEvents({
        platform: server.platform,
        onFailure: ({ error }) => {
          throw error
        },
      })
    },
    events: () =>
      server.platform.pool.use({ level: 'all' }, async (session) =>
        (
          await session.query<{ name: string }>({
            text: `select name from outbox where name like 'notices.%' order by id`,
            values: [],
          })
        ).map(({ name }) => name),
      ),
    records: { ...notices.records, ...awards.records },
  }
}

export type Board = Awaited<ReturnType<typeof openBoard>>
