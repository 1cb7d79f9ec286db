// @vitest-environment jsdom
import { adminAt } from '@opendpf/admin/page-testing'
import { contributeAdmin } from '@opendpf/kit/admin'
import { notices } from '@opendpf/notices'
import { persons } from '@opendpf/persons'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { certificatesAdmin } from '../certificates-admin.js'

afterEach(cleanup)

const patience = { timeout: 10_000 }
const shown = {
  credential: 'aaa.bbb.ccc~ddd~',
  presentation: 'aaa.bbb.ccc~',
  ends: '2026-06-16T02:00:00.000Z',
  category: '4',
  gradeClass: 'severe',
  until: '2034-03-27',
  svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  png: 'data:image/png;base64,',
  version: 22,
}

/** Opens the page of a certificate, and keeps what is asked for. */
function openCertificate(state: string) {
  const asked: { readonly path: string; readonly body: unknown }[] = []
  const answer = (path: string, init: RequestInit | undefined) => {
    if (path === '/certificates/certificates/c1')
      return Response.json({
        id: 'c1',
        version: 1,
        title: '证某人',
        division: '990121100201',
        recordedAt: '2026-06-15T02:00:00.000Z',
        fields: { holderName: '证某人', person: 'p1', category: '4', grade: '2', issueDate: '2024-03-28', state },
        masked: [],
        labels: {},
      })
    if (path === '/certificates/certificates/c1/credential') {
      asked.push({ path, body: JSON.parse(String(init?.body)) })
      return Response.json(shown)
    }
    return Response.json({ rows: [], total: { value: 0, isExact: true }, entries: [], documents: [] })
  }
  const contributions = [contributeAdmin(persons), contributeAdmin(notices), certificatesAdmin]
  render(adminAt('/m/certificates/certificates/c1', { contributions, answer }))
  return asked
}

describe('the e-certificate on the page of a certificate', () => {
  it('is asked for by a press alone, and shows the code, its words and when it ends', async () => {
    const asked = openCertificate('valid')
    const button = await screen.findByRole('button', { name: '出示电子证' }, patience)
    expect(asked).toEqual([])
    await userEvent.click(button)
    const dialog = within(await screen.findByRole('dialog', { name: '电子残疾人证' }, patience))
    const picture = await dialog.findByRole('img', { name: /二维码.*不含姓名和证号/ }, patience)
    expect(picture.getAttribute('src')).toContain('data:image/svg+xml')
    for (const words of ['2026-06-16 10:00', '肢体残疾', '重度（一级、二级）', '2034年3月27日'])
      expect(dialog.getByText(words)).toBeDefined()
    expect(dialog.getByText(shown.presentation)).toBeDefined()
    expect(dialog.queryByText(shown.credential)).toBeNull()
    expect(dialog.getByRole('button', { name: '打印' })).toBeDefined()
    expect(asked).toEqual([
      { path: '/certificates/certificates/c1/credential', body: { reason: '持证人要求出示电子证' } },
    ])
  })

  it('is not offered for a certificate that is not valid', async () => {
    openCertificate('frozen')
    expect(await screen.findByText('证件状态不是有效，不能出示电子证。', {}, patience)).toBeDefined()
    expect(screen.queryByRole('button', { name: '出示电子证' })).toBeNull()
  })
})
