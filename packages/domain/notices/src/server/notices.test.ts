import { places } from '@opendpf/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Board, openBoard } from '../testing/board.js'

let board: Board
const commissioner = ['notices:notice.read', 'notices:notice.recordHanging', 'notices:line.read']
// a Monday
beforeEach(async () => {
  board = await openBoard('2026-06-01T02:00:00Z')
})
afterEach(() => board.server.stop())

describe('trying a form', () => {
  it('of what is only changed names the row, and of what is only added names none', async () => {
    const notice = await board.publish(await board.propose())
    const clerk = board.server.as()
    const check = (path: string) => clerk('POST', `/api/v1/notices/${path}`, { place: '村务公开栏' })
    expect(await check('notices/check')).toMatchObject({ status: 400, body: { detail: expect.stringContaining('id') } })
    expect((await check(`notices/check?id=${notice}`)).status).toBe(200)
    expect((await check(`objections/check?id=${notice}`)).status).toBe(405)
  })
})

describe('a line', () => {
  it('goes into the draft of its village, and tells nothing but what may be public', async () => {
    const first = await board.propose({ person: '欧阳小明' })
    const second = await board.propose({ person: '王明' })
    const elsewhere = await board.propose({ person: '李四光', division: places.otherVillage })
    const line = await board.line(first)
    expect(line).toMatchObject({
      maskedName: '欧阳*明',
      village: '石桥镇上河村',
      facts: { category: '4', grade: '2' },
      told: '肢体残疾、二级',
      state: 'draft',
      subjectRecord: 'awards.award',
      subject: first,
    })
    expect((await board.line(second)).notice).toBe(line.notice)
    expect((await board.line(elsewhere)).notice).not.toBe(line.notice)
    expect(await board.notice(line.notice)).toMatchObject({
      title: '上河村表彰对象公示',
      kind: 'awards.proposal',
      workingDays: 5,
      place: '村务公开栏',
      state: 'draft',
    })
  })

  it('is cleared after its full working days, by the night alone, and what it is about goes on', async () => {
    const award = await board.propose()
    const notice = await board.publish(award)
    expect(await board.notice(notice)).toMatchObject({
      state: 'posted',
      fromDay: '2026-06-01',
      lastDay: '2026-06-08',
      publishedBy: '经办人甲',
    })
    // the 8th is the fifth working day after the 1st
    await board.night(7)
    expect((await board.line(award)).state).toBe('posted')
    expect((await board.award(award)).state).toBe('posted')
    board.server.clock.advance(86_400_000)
    expect((await board.line(award)).state).toBe('posted')
    await board.close()
    expect((await board.line(award)).state).toBe('cleared')
    expect(await board.notice(notice)).toMatchObject({ state: 'ended', endedOn: '2026-06-09' })
    expect((await board.award(award)).state).toBe('granted')
    expect(await board.events()).toEqual(['notices.line.posted', 'notices.line.cleared', 'notices.notice.ended'])
  })

  it('of a notice that is published gets a notice of its own, with the contact of the one before', async () => {
    const first = await board.propose()
    const published = await board.publish(first)
    const second = await board.propose()
    const { notice } = await board.line(second)
    expect(notice).not.toBe(published)
    expect(await board.notice(notice)).toMatchObject({ state: 'draft', objectionPhone: '0900-1234' })
  })

  it('is withdrawn with what it is about', async () => {
    const award = await board.propose()
    const notice = await board.publish(award)
    await board.giveUp(award)
    expect(await board.line(award)).toMatchObject({ state: 'withdrawn', withdrawReason: '本人放弃' })
    await board.night(1)
    expect((await board.notice(notice)).state).toBe('ended')
  })

  it('is never of a minor, nor of somebody whose age is unknown', async () => {
    for (const birthDate of ['2010-01-01', null])
      await expect(board.propose({ birthDate })).rejects.toMatchObject({
        cause: { message: expect.stringContaining('leave minors out') },
      })
  })

  it('is not made by hand', async () => {
    const answer = await board.clerk('POST', '/api/v1/notices/lines', { maskedName: '王小明' })
    expect(answer.status).toBe(405)
  })
})

describe('a notice', () => {
  it('is published with lines, a place and a phone, and not changed afterwards', async () => {
    const award = await board.propose()
    const { notice } = await board.line(award)
    expect((await board.noticeStep(notice, 'publish')).body.errors).toMatchObject([{ path: 'objectionPhone' }])
    const change = async (values: object) => {
      const { body } = await board.clerk('GET', `/api/v1/notices/notices/${notice}`)
      return board.clerk('PATCH', `/api/v1/notices/notices/${notice}`, values, { 'if-match': `"${body.version}"` })
    }
    expect((await change({ workingDays: 4 })).body.errors).toMatchObject([{ code: 'notice.problem.tooShort' }])
    expect((await change({ workingDays: 7 })).status).toBe(200)
    await board.publish(award)
    expect(await board.notice(notice)).toMatchObject({ lastDay: '2026-06-10' })
    expect((await change({ workingDays: 10 })).body.errors).toMatchObject([{ code: 'notice.problem.published' }])
  })

  it('that nothing stands in is not published', async () => {
    const award = await board.propose()
    const { notice } = await board.line(award)
    await board.giveUp(award)
    const answer = await board.noticeStep(notice, 'publish', { objectionPhone: '0900-1234' })
    expect(answer.body.errors).toMatchObject([{ code: 'notice.guard.hasLines' }])
  })

  it('that is hung up later than it was published is posted from then on', async () => {
    const award = await board.propose()
    const notice = await board.publish(award)
    board.server.clock.advance(2 * 86_400_000)
    const village = board.server.as({ id: 'commissioner', at: places.village, may: commissioner })
    await board.expectDone(board.hang(notice, '2026-06-03', village))
    expect(await board.notice(notice)).toMatchObject({ fromDay: '2026-06-03', lastDay: '2026-06-10', state: 'posted' })
    expect(await board.line(award)).toMatchObject({ fromDay: '2026-06-03', lastDay: '2026-06-10' })
    expect((await board.notice(notice)).hangingPhotos).toMatchObject([{ type: 'image/png' }])
    const unseen = { hungOn: '2026-06-03', hungBy: '村专职委员', hungWhere: '公开栏', hangingPhotos: [] }
    expect((await board.noticeStep(notice, 'recordHanging', unseen)).status).toBe(422)
    const late = await board.hang(notice, '2026-06-04')
    expect(late.body.errors).toMatchObject([{ code: 'notice.problem.future' }])
  })

  it('that is withdrawn takes its lines and objections with it, and says who did it and why', async () => {
    const award = await board.propose()
    const notice = await board.publish(award)
    const objection = await board.object({ notice })
    expect((await board.noticeStep(notice, 'withdraw')).status).toBe(422)
    await board.expectDone(board.noticeStep(notice, 'withdraw', { withdrawReason: '名单有误' }, board.approver))
    expect(await board.notice(notice)).toMatchObject({ state: 'withdrawn', withdrawnBy: '审批人乙' })
    expect(await board.line(award)).toMatchObject({ state: 'withdrawn', withdrawReason: '名单有误' })
    expect((await board.objection(objection)).state).toBe('lapsed')
  })
})

describe('an objection', () => {
  it('that is rejected lets the period of its line start anew, and of no other', async () => {
    const [disputed, quiet] = [await board.propose(), await board.propose()]
    const notice = await board.publish(disputed)
    const { id: line } = await board.line(disputed)
    const objection = await board.object({ notice, line })
    expect((await board.line(disputed)).state).toBe('objected')
    expect((await board.line(quiet)).state).toBe('posted')
    await board.night(8)
    expect((await board.line(quiet)).state).toBe('cleared')
    expect((await board.line(disputed)).state).toBe('objected')
    expect((await board.notice(notice)).state).toBe('posted')
    // 9 June is a Tuesday
    await board.expectDone(board.objectionStep(objection, 'reject'))
    expect(await board.objection(objection)).toMatchObject({
      state: 'rejected',
      decidedBy: '审批人乙',
      decidedOn: '2026-06-09',
    })
    expect(await board.line(disputed)).toMatchObject({
      state: 'posted',
      fromDay: '2026-06-09',
      lastDay: '2026-06-16',
      restarts: 1,
    })
    expect((await board.notice(notice)).lastDay).toBe('2026-06-16')
    await board.night(7)
    expect((await board.line(disputed)).state).toBe('posted')
    await board.night(1)
    expect((await board.line(disputed)).state).toBe('cleared')
    expect((await board.notice(notice)).state).toBe('ended')
  })

  it('that is upheld stops its line, and the notice ends with the decision when nothing else is posted', async () => {
    const award = await board.propose()
    const notice = await board.publish(award)
    const { id: line } = await board.line(award)
    const objection = await board.object({ notice, line })
    await board.night(30)
    expect((await board.notice(notice)).state).toBe('posted')
    await board.expectDone(board.objectionStep(objection, 'uphold'))
    expect((await board.line(award)).state).toBe('stopped')
    expect((await board.notice(notice)).state).toBe('ended')
    await board.close()
    expect((await board.award(award)).state).toBe('stopped')
  })

  it('about the whole notice stops every line, and one of two that is rejected starts nothing', async () => {
    const awards = [await board.propose(), await board.propose()]
    const notice = await board.publish(awards[0] ?? '')
    const { id: line } = await board.line(awards[0] ?? '')
    const whole = await board.object({ notice })
    const single = await board.object({ notice, line })
    for (const award of awards) expect((await board.line(award)).state).toBe('objected')
    await board.expectDone(board.objectionStep(whole, 'reject'))
    expect((await board.line(awards[0] ?? '')).state).toBe('objected')
    expect((await board.line(awards[1] ?? '')).state).toBe('posted')
    await board.expectDone(board.objectionStep(single, 'reject'))
    expect((await board.line(awards[0] ?? '')).state).toBe('posted')
  })

  it('is decided by nobody who registered it, or accepted what it is about', async () => {
    const award = await board.propose()
    const notice = await board.publish(award)
    const { id: line } = await board.line(award)
    const own = await board.object({ notice, line })
    // the clerk registered the objection and accepted the award
    expect((await board.objectionStep(own, 'reject', {}, board.clerk)).body.code).toBe('another-person-required')
    const { status, body } = await board.approver('POST', '/api/v1/notices/objections', { notice, line, text: '不实' })
    expect(status).toBe(201)
    const handled = await board.objectionStep(body.id, 'reject', {}, board.clerk)
    expect(handled.body.errors).toMatchObject([{ code: 'objection.guard.independent' }])
    const third = board.server.as({ id: 'third' })
    expect((await board.objectionStep(body.id, 'reject', {}, third)).status).toBe(200)
  })

  it('comes too late after the last day, and to what is posted nowhere', async () => {
    const award = await board.propose()
    const { notice, id: line } = await board.line(award)
    const object = (values: object) =>
      board.clerk('POST', '/api/v1/notices/objections', { notice, text: '反映情况不实', ...values })
    expect((await object({})).body.errors).toMatchObject([{ code: 'objection.problem.notRunning' }])
    await board.publish(award)
    board.server.clock.advance(8 * 86_400_000)
    // before the night's job has cleared it
    expect((await object({ line })).body.errors).toMatchObject([{ code: 'objection.problem.late' }])
    expect((await object({})).body.errors).toMatchObject([{ code: 'objection.problem.late' }])
    // what came in time is taken, on whatever day it is entered
    expect((await object({ line, receivedOn: '2026-06-08', channel: 'letter' })).status).toBe(201)
    await board.close()
    expect((await board.line(award)).state).toBe('objected')
  })

  it('has a promised period of five working days in the list of work', async () => {
    const notice = await board.publish(await board.propose())
    await board.object({ notice })
    const { body } = await board.clerk('GET', '/api/v1/system/deadlines?record=notices.objection')
    expect(body.rows).toHaveLength(1)
    expect(body.rows[0].fields).toMatchObject({ clock: 'decision', promisedOn: '2026-06-08' })
  })
})

it('the board counts lines and open objections', async () => {
  const award = await board.propose()
  await board.propose()
  const notice = await board.publish(award)
  await board.object({ notice, line: (await board.line(award)).id })
  await board.propose({ division: places.otherVillage })
  const { body } = await board.clerk('GET', '/api/v1/notices/board')
  expect(body.notices).toMatchObject([
    { id: notice, state: 'posted', lastDay: '2026-06-08', lines: 2, openObjections: 1, hungOn: null },
    { state: 'draft', division: places.otherVillage, lines: 1, openObjections: 0 },
  ])
})
