import { persons } from '@opendpf/persons'
import { places } from '@opendpf/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useChannels } from '../channels/index.js'
import { notifications } from '../contract/index.js'
import { openCounty } from '../testing/county.js'

const { contact, wording } = notifications.records
type County = Awaited<ReturnType<typeof openCounty>>
let county: County
beforeAll(async () => {
  county = await openCounty()
})
beforeEach(() => {
  useChannels(county.server.platform.registry, {
    sms: { perMinute: 5, send: async () => ({ kind: 'sent', receipt: null }) },
  })
})
afterAll(() => county.server.stop())

const visited = 'rounds.visited'
/** Has somebody visited, and answers what was put down about it. */
async function visit(person: string, verb = 'make') {
  const row = await county.addVisit(person)
  await county.step([row], verb)
  return (await county.messages({ about: row.id })).filter(({ template }) => !template.startsWith('notifications.'))
}
const guardianOf = (person: string, more: object) =>
  county.server.write(({ write }) =>
    write.create(persons.records.guardian, { person, name: '监护人', relation: '50', since: '2020-01-01', ...more }),
  )
const wants = (person: string, more: object) =>
  county.server.write(({ write }) =>
    write.create(contact, { person, language: 'zh-CN', askedOn: '2026-06-01', ...more }),
  )

describe('of an event', () => {
  it('a person is told once, in words that say it, with a number that is masked', async () => {
    const person = await county.addPerson()
    const [told, ...more] = await visit(person)
    expect(more).toEqual([])
    expect(told).toMatchObject({
      template: visited,
      channel: 'sms',
      state: 'queued',
      text: '示例人：2026-06-15的走访已完成，感谢配合。',
      nextAt: '2026-06-15T02:00:00.000Z',
    })
    const { body } = await county.call('GET', `/api/v1/notifications/messages/${told?.id}`)
    expect(body.fields.phone).toBe('139****1111')
  })

  it('the same event told again tells nobody again', async () => {
    const row = await county.addVisit(await county.addPerson())
    await county.step([row], 'make')
    await county.server.connect('owner', (client) =>
      client.query(
        `update system_delivery set state = 'waiting', next_at = '2026-01-01' where target = 'module:notifications'`,
      ),
    )
    await county.server.deliver()
    expect(await county.messages({ about: row.id, template: visited })).toHaveLength(1)
  })

  it('what is for a child goes to those who act for him today, and to one number once', async () => {
    const child = await county.addPerson({}, '2015-05-05')
    await guardianOf(child, { phone: '13900002222' })
    await guardianOf(child, { phone: '13900002222', name: '另一监护人' })
    await guardianOf(child, { phone: '13900003333', since: '2019-01-01', until: '2020-01-01' })
    expect(await visit(child)).toMatchObject([{ recipientKind: 'guardian', phone: '13900002222', person: child }])
  })

  it('an adult and his guardian are both told; the dead and theirs are not', async () => {
    const adult = await county.addPerson()
    await guardianOf(adult, { phone: '13900004444' })
    expect((await visit(adult)).map(({ recipientKind }) => recipientKind)).toEqual(['person', 'guardian'])
    expect(await visit(await county.addPerson({ isDeceased: true, deathDate: '2026-01-01' }))).toEqual([])
  })

  it('who refuses an SMS gets none, but what the law asks for', async () => {
    const person = await county.addPerson()
    await wants(person, { refusesSms: true })
    expect(await visit(person)).toEqual([])
    expect(await visit(person, 'cancel')).toMatchObject([{ template: 'rounds.cancelled', channel: 'sms' }])
  })

  it('who has no mobile number is listed for somebody to go there', async () => {
    const landline = await county.addPerson({ phone: '09991234567' })
    expect(await visit(landline)).toMatchObject([{ state: 'unreachable', phone: '09991234567' }])
    expect(await visit(await county.addPerson({ phone: null }))).toMatchObject([{ state: 'unreachable', phone: null }])
  })

  it('a county without a gateway gets the list to send by itself, and notes that it did', async () => {
    useChannels(county.server.platform.registry, {})
    const [told] = await visit(await county.addPerson())
    expect(told).toMatchObject({ state: 'listed', nextAt: null })
    const { path } = { path: `/api/v1/notifications/messages/${told?.id}/do/noteSent` }
    const { status, body } = await county.call(
      'POST',
      path,
      { note: '村里电话告知' },
      { 'if-match': `"${told?.version}"` },
    )
    expect([status, body.fields?.state]).toEqual([200, 'sent'])
  })

  it('e-mail is used where it goes out and SMS does not', async () => {
    const channel = { perMinute: 5, send: async () => ({ kind: 'sent', receipt: null }) as const }
    useChannels(county.server.platform.registry, { email: channel })
    const person = await county.addPerson()
    await wants(person, { email: 'someone@example.cn', language: 'en' })
    expect(await visit(person)).toMatchObject([
      { channel: 'email', state: 'queued', email: 'someone@example.cn', text: expect.stringContaining('is done') },
    ])
  })
})

describe('the words of a county', () => {
  const own = (more: object = {}) => ({
    template: visited,
    language: 'zh-CN',
    subject: '走访',
    text: '{{name}}您好，{{day}}已走访。县残联',
    since: '2026-06-01',
    division: places.county,
    ...more,
  })
  const post = (values: object) => county.call('POST', '/api/v1/notifications/wordings', values)

  it('are said instead of those of the module', async () => {
    const { status, body } = await post(own())
    expect(status, JSON.stringify(body)).toBe(201)
    expect(await visit(await county.addPerson())).toMatchObject([{ text: '示例人您好，2026-06-15已走访。县残联' }])
    expect((await post(own())).body.errors).toMatchObject([{ path: 'since' }])
    const ofTown = (await post(own({ division: places.town, text: '石桥镇提醒：{{day}}已走访。' }))).body
    expect(await visit(await county.addPerson())).toMatchObject([{ text: '石桥镇提醒：2026-06-15已走访。' }])
    await county.server.write(({ write }) => write.remove(wording, { id: ofTown.id, version: ofTown.version }))
    const later = (await post(own({ since: '2027-01-01', text: '明年再说' }))).body
    expect(await visit(await county.addPerson())).toMatchObject([{ text: '示例人您好，2026-06-15已走访。县残联' }])
    await county.server.write(({ write }) => write.remove(wording, { id: later.id, version: later.version }))
    await county.server.write(({ write }) => write.remove(wording, { id: body.id, version: body.version }))
  })

  it.each([
    ['text', { text: '{{idNumber}}已走访' }],
    ['subject', { subject: '{{phone}}' }],
    ['template', { template: 'rounds.unknown' }],
  ])('are refused at %s where they say what cannot be said', async (path, more) => {
    const { status, body } = await post(own(more))
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path }])
  })
})

describe('what is due', () => {
  it('is told each morning to who acts on it, page by page and once', async () => {
    const visits = await county.addVisits(5)
    await county.run('remind')
    await county.run('remind')
    const told = await county.messages({ template: 'rounds.visitDue', about: visits.map(({ id }) => id) })
    expect(told).toHaveLength(5)
    // the town owns the step; neither the county nor another town is told
    expect(new Set(told.map(({ holder }) => holder))).toEqual(new Set([county.clerks.town]))
    expect(told[0]).toMatchObject({ channel: 'in-app', state: 'sent', division: places.town })
  })

  it('a period that was not kept is told to who owns the step', async () => {
    const visit = await county.addVisit(await county.addPerson())
    county.server.clock.advance(14 * 86_400_000)
    const job = await county.server.work.jobs.queue({
      job: 'system.runClocks',
      input: {},
      actor: county.server.actor({ at: 'all' }),
    })
    await county.server.work.done(job)
    await county.server.deliver()
    const told = await county.messages({ about: visit.id, template: 'notifications.deadlineMissed' })
    expect(told).toMatchObject([{ holder: county.clerks.town, subject: '年度走访已超过期限' }])
    expect(told[0]?.text).toContain('示例人')
  })
})
