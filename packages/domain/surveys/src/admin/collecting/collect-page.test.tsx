// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { figuresAdmin } from '@opendpf/figures/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Collecting, unknownFacts } from '../../contract/index.js'
import { shortForm } from '../../testing/short-form.js'
import { surveysAdmin } from '../surveys-admin.js'
import { keptDrafts } from './kept-drafts.js'

const patience = { timeout: 10_000 }
const record: Collecting = {
  id: 'i1',
  version: 3,
  state: 'to-do',
  title: '2026年度调查',
  number: 7,
  name: '王某',
  division: '990121100201',
  dueOn: '2026-08-31',
  isClosed: false,
  form: shortForm,
  facts: { ...unknownFacts, age: 40 },
  answers: {},
  unconfirmed: [],
  contact: null,
  visitedOn: '2026-07-02',
  contactNote: null,
  photos: [],
  consent: null,
  hasSignature: false,
  returnReason: null,
  draftKey: ['AAECAwQFBgcICQoLDA0ODw', 'EBESExQVFhcYGRobHB0eHw'],
}

interface Sent {
  readonly path: string
  readonly body: {
    readonly version: number
    readonly answers: unknown
    readonly unconfirmed: unknown
    readonly contact: unknown
  }
}

/** The page with a record; each thing that is sent is answered as told. */
function show(collecting: Collecting, answer: (sent: Sent) => Response) {
  const sent: Sent[] = []
  let now = collecting
  const page = render(
    adminAt('/p/surveys/collect?interview=i1', {
      contributions: [personsAdmin, figuresAdmin, surveysAdmin],
      divisions: [{ code: '990121100201', name: '上河村', level: 'village', parent: null }],
      answer: (path, init) => {
        if (init?.method !== 'POST') return Response.json(now)
        const one = { path, body: JSON.parse(String(init.body)) }
        sent.push(one)
        return answer(one)
      },
    }),
  )
  return { ...page, sent, changeOnServer: (part: Partial<Collecting>) => (now = { ...now, ...part }) }
}

const choose = (group: string, option: string) => {
  const found = screen.getByRole('radiogroup', { name: new RegExp(group) })
  const label = [...found.querySelectorAll('label')].find(({ textContent }) => textContent === option)
  if (!label) throw new Error(`${group} has no ${option}`)
  fireEvent.click(label)
}
const arrived = ({ body }: Sent) =>
  Response.json({ ...record, version: 4, state: 'working', answers: body.answers, unconfirmed: body.unconfirmed })

beforeEach(() => globalThis.localStorage.clear())
afterEach(cleanup)

describe('the page for collecting', () => {
  it('asks by what was answered, and sends no answer to a question that went away', async () => {
    const { sent, container } = show(record, arrived)
    await screen.findByRole('radiogroup', { name: /就业题/ }, patience)
    expect(screen.queryByLabelText(/原因题/)).toBeNull()
    choose('就业题', '否')
    fireEvent.change(await screen.findByLabelText(/原因题/), { target: { value: '无技能' } })
    choose('就业题', '是')
    expect(screen.queryByLabelText(/原因题/)).toBeNull()
    expect(screen.queryByRole('radiogroup', { name: /老人题/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent).toHaveLength(1), patience)
    expect(sent[0]?.body).toMatchObject({ version: 3, answers: { employed: 'yes' }, visitedOn: '2026-07-02' })
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('says what is open before anything is sent, and finishes what is complete', async () => {
    const { sent } = show(record, (one) => (one.path.endsWith('/collecting') ? arrived(one) : Response.json({})))
    await screen.findByRole('radiogroup', { name: /就业题/ }, patience)
    fireEvent.click(screen.getByRole('button', { name: '完成' }))
    expect((await screen.findAllByText('请回答这一题')).length).toBe(2)
    expect(sent).toEqual([])
    choose('就业题', '是')
    fireEvent.click(screen.getByRole('checkbox', { name: '康复题' }))
    // none stands alone
    fireEvent.click(screen.getByRole('checkbox', { name: '没有题' }))
    expect((screen.getByRole('checkbox', { name: '康复题' }) as HTMLInputElement).checked).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: '完成' }))
    expect(await screen.findByText('这份记录已经完成。', { selector: '.notice-title' }, patience)).toBeDefined()
    expect(sent.map(({ path }) => path)).toEqual([
      '/surveys/interviews/i1/collecting',
      '/surveys/interviews/i1/do/finish',
    ])
    expect(keptDrafts(globalThis.localStorage, 'tester')).toEqual([])
  })

  it('asks somebody who was not met nothing but why', async () => {
    show(record, arrived)
    await screen.findByRole('radiogroup', { name: /调查方式/ }, patience)
    choose('调查方式', '失访：已迁出')
    expect(screen.queryByRole('radiogroup', { name: /就业题/ })).toBeNull()
    expect(screen.queryByRole('radiogroup', { name: /同意/ })).toBeNull()
    expect(screen.getByLabelText(/情况说明/).getAttribute('aria-required')).toBe('true')
  })

  it('keeps on the device what could not be sent, and goes on with it', async () => {
    const offline = show(record, () => {
      throw new TypeError('no network')
    })
    await screen.findByRole('radiogroup', { name: /就业题/ }, patience)
    choose('就业题', '否')
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('尚未发送', {}, patience)).toBeDefined()
    expect(keptDrafts(globalThis.localStorage, 'tester')).toMatchObject([{ id: 'i1', version: 3, number: 7 }])
    expect(keptDrafts(globalThis.localStorage, 'somebody-else')).toEqual([])
    expect(JSON.stringify(globalThis.localStorage)).not.toMatch(/employed|王/)
    offline.unmount()
    const { sent } = show(record, arrived)
    expect(await screen.findByLabelText(/原因题/, {}, patience)).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent[0]?.body.answers).toEqual({ employed: 'no' }), patience)
    await waitFor(() => expect(keptDrafts(globalThis.localStorage, 'tester')).toEqual([]))
  })

  it('marks answers of last time until each is confirmed or changed', async () => {
    const { sent } = show(
      { ...record, answers: { employed: 'yes', needs: ['1'] }, unconfirmed: ['employed', 'needs'] },
      arrived,
    )
    expect(await screen.findAllByText('这是上次的回答，请核实。', {}, patience)).toHaveLength(2)
    choose('就业题', '否')
    expect(screen.getAllByText('这是上次的回答，请核实。')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: '核实无误：需求题' }))
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(
      () => expect(sent[0]?.body).toMatchObject({ answers: { employed: 'no', needs: ['1'] }, unconfirmed: [] }),
      patience,
    )
  })

  it('says what differs when somebody else wrote meanwhile, and goes on with the one that is chosen', async () => {
    let times = 0
    const conflict = { type: 'about:blank', title: '', status: 412, detail: '已被修改', code: 'version-conflict' }
    const { sent, changeOnServer } = show(record, (one) => {
      times += 1
      return times === 1 ? Response.json(conflict, { status: 412 }) : arrived(one)
    })
    await screen.findByRole('radiogroup', { name: /就业题/ }, patience)
    choose('就业题', '否')
    changeOnServer({ version: 9, answers: { employed: 'yes' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    const table = await screen.findByRole('table', { name: '不同的回答' }, patience)
    expect([...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual(['就业题是否'])
    fireEvent.click(screen.getByRole('button', { name: '用这台设备上的继续' }))
    fireEvent.click(await screen.findByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent[1]?.body).toMatchObject({ version: 9, answers: { employed: 'no' } }), patience)
  })
})
