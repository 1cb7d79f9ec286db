// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { organisationsAdmin } from '@opendpf/organisations/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { activitiesAdmin } from './activities-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const session = {
  id: 's1',
  activity: 'a1',
  title: '助残日宣传活动',
  heldOn: '2026-05-17',
  startsAt: '09:00',
  topic: null,
  place: '县文化广场',
  personTimes: 2,
}

/** Shows the page with some sessions; what is sent answers as the outcomes say. */
function show(sessions: readonly object[], outcomes: readonly object[] = []) {
  const answer = (path: string) => {
    if (path === '/activities/sign-in-sessions') return Response.json({ sessions })
    if (path === '/activities/sign-ins') return Response.json({ lines: outcomes })
    throw new Error(`nobody asks for ${path}`)
  }
  return render(
    adminAt('/p/activities/signIn', { contributions: [personsAdmin, organisationsAdmin, activitiesAdmin], answer }),
  )
}

describe('the page for signing in', () => {
  it('takes a number, says what became of it, and is ready for the next', async () => {
    const { container } = show([session], [{ outcome: 'signed-in', name: '王*明' }])
    const [box] = await screen.findAllByLabelText('身份证号或者残疾人证号', {}, patience)
    if (!box) throw new Error('there is no box')
    expect(screen.getByText('本场已有 2 人次')).toBeDefined()
    fireEvent.change(box, { target: { value: '990121197001010016' } })
    fireEvent.submit(box)
    expect((await screen.findAllByText('王*明 签到成功', {}, patience)).length).toBeGreaterThan(0)
    expect((box as HTMLInputElement).value).toBe('')
    expect(document.activeElement).toBe(box)
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('takes a column of numbers and says of each line what became of it', async () => {
    show([session], [{ outcome: 'already', name: '李*光' }, { outcome: 'unreadable' }])
    const [, list] = await screen.findAllByLabelText('身份证号或者残疾人证号', {}, patience)
    if (!list) throw new Error('there is no list')
    fireEvent.change(list, { target: { value: '990121197001010016\n\n12345' } })
    fireEvent.submit(list)
    expect(await screen.findByText('李*光 已经签到过', {}, patience)).toBeDefined()
    expect(screen.getByText('不是正确的身份证号或者残疾人证号')).toBeDefined()
  })

  it('says that there is nothing to sign in at', async () => {
    show([])
    expect(await screen.findByText(/今天没有可以签到的场次/, {}, patience)).toBeDefined()
  })
})
