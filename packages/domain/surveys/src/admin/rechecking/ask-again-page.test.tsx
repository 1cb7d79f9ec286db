// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { figuresAdmin } from '@opendpf/figures/admin'
import { personsAdmin } from '@opendpf/persons/admin'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, it } from 'vitest'
import { type Rechecking, unknownFacts } from '../../contract/index.js'
import { shortForm } from '../../testing/short-form.js'
import { surveysAdmin } from '../surveys-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const rechecking: Rechecking = {
  id: 'r1',
  version: 1,
  state: 'to-do',
  number: 7,
  name: '王某',
  division: '990121100201',
  form: shortForm,
  facts: { ...unknownFacts, age: 40 },
  before: null,
  answers: null,
}

it('asks the questions again without the answers, and shows afterwards where the two differ', async () => {
  const sent: unknown[] = []
  const { container } = render(
    adminAt('/p/surveys/askAgain?recheck=r1', {
      contributions: [personsAdmin, figuresAdmin, surveysAdmin],
      divisions: [{ code: '990121100201', name: '上河村', level: 'village', parent: null }],
      answer: (_, init) => {
        if (init?.method !== 'POST') return Response.json(rechecking)
        const body = JSON.parse(String(init.body))
        sent.push(body)
        return Response.json({
          ...rechecking,
          state: 'done',
          before: { employed: 'no', needs: ['2', '1'] },
          answers: body.answers,
        })
      },
    }),
  )
  await screen.findByRole('radiogroup', { name: /就业题/ }, patience)
  fireEvent.click(screen.getByRole('button', { name: '提交并比对' }))
  expect((await screen.findAllByText('请回答这一题')).length).toBe(2)
  fireEvent.click(screen.getByRole('radio', { name: '是' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '康复题' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '辅具题' }))
  fireEvent.click(screen.getByRole('button', { name: '提交并比对' }))
  const table = await screen.findByRole('table', { name: '两次回答' }, patience)
  await waitFor(() => expect(sent).toEqual([{ version: 1, answers: { employed: 'yes', needs: ['1', '2'] } }]))
  expect([...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual([
    '就业题否是不一致',
    '需求题辅具题、康复题康复题、辅具题一致',
  ])
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})
