// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { fakeFile } from '../testing/fake-files.js'
import { renderApp } from '../testing/render-app.js'
import { person, sample } from '../testing/sample-records.js'

const application = {
  applicant: 'applicant-0001',
  device: 'cane',
  urgency: 'normal',
  quantity: 1,
  appliedOn: '2026-11-01',
}
type Fill = NonNullable<NonNullable<Parameters<typeof renderApp>[1]>['fill']>
const having =
  (more: object): Fill =>
  (fake) => {
    fake.insert(sample.applicant, person)
    fake.insert(sample.application, { ...application, ...more })
  }
const edit = '/m/devices/applications/application-0002/edit'
const detail = '/m/devices/applications/application-0002'
const pdf = (name: string, size = 10) => new File(['x'.repeat(size)], name, { type: 'application/pdf' })
const input = () => {
  const found = document.querySelector<HTMLInputElement>('input[type="file"][multiple]')
  if (!found) throw new Error('there is no field for files')
  return found
}
const group = () => screen.findByRole('group', { name: /^申请材料/ })
const save = () => screen.getByRole('button', { name: '保存' })
const patches = (server: Awaited<ReturnType<typeof renderApp>>['server']) =>
  server.requests.filter(({ method }) => method === 'PATCH')

describe('files of a form', () => {
  it('are sent at once and saved with the row; what goes on is said', async () => {
    const { server, user } = await renderApp(edit, { fill: having({}) })
    const field = await group()
    const choose = within(field).getByRole('button', { name: '选择文件：申请材料' })
    expect(choose).toHaveAccessibleDescription('可上传 JPEG、PNG、WEBP、PDF，每个不超过 1 MB，最多 3 个。')
    expect(input().accept).toContain('.pdf')
    await user.upload(input(), [pdf('身份证.pdf'), pdf('户口簿.pdf')])
    const list = await within(field).findByRole('list', { name: '已上传的文件：申请材料' })
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2))
    expect(list).toHaveTextContent('身份证.pdf PDF · 10 B')
    expect(screen.getByTestId('live')).toHaveTextContent('已上传，保存后生效')
    const [sent] = server.requests.filter(({ url }) => url === '/api/v1/devices/applications/attachments/proofs')
    expect(sent?.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81.pdf",
    )
    expect(sent?.headers.get('x-opendpf')).toBe('1')
    await user.click(save())
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(patches(server)).toHaveLength(1))
    const body = patches(server)[0]?.body as { proofs: readonly { name: string }[] }
    expect(body.proofs.map(({ name }) => name)).toEqual(['身份证.pdf', '户口簿.pdf'])
  })

  it('that have arrived are still there when the page is loaded anew before it was saved', async () => {
    const { user, view } = await renderApp(edit, { fill: having({}) })
    const field = await group()
    await user.upload(input(), [pdf('身份证.pdf')])
    await within(field).findByRole('list', { name: '已上传的文件：申请材料' })
    await waitFor(() => expect(screen.getByTestId('live')).toHaveTextContent('已上传，保存后生效'))
    globalThis.dispatchEvent(new Event('pagehide'))
    const [draft] = Object.entries(globalThis.sessionStorage).filter(([key]) => key.startsWith('opendpf.draft:'))
    expect(JSON.parse(draft?.[1] ?? '{}').proofs).toHaveLength(1)
    view.unmount()
    globalThis.sessionStorage.clear()
  })

  it('that are refused say why beside their name, and can be tried again or left', async () => {
    const { user } = await renderApp(edit, { fill: having({}) })
    const field = await group()
    await user.upload(input(), [pdf('病毒.pdf'), pdf('太大.pdf', 1024 * 1024 + 1)])
    const list = await within(field).findByRole('list', { name: '上传中的文件：申请材料' })
    await waitFor(() => expect(list).toHaveTextContent('文件“病毒.pdf”中发现恶意程序，没有保存'))
    expect(list).toHaveTextContent('“太大.pdf”超过 1 MB，请降低扫描分辨率')
    await user.click(within(list).getByRole('button', { name: '重试上传“病毒.pdf”' }))
    await waitFor(() => expect(list).toHaveTextContent('发现恶意程序'))
    await user.click(within(list).getByRole('button', { name: '不再上传“病毒.pdf”' }))
    expect(within(field).getByRole('button', { name: '选择文件：申请材料' })).toHaveFocus()
    expect(list).not.toHaveTextContent('病毒.pdf')
  })

  it('are no more than there is room for', async () => {
    const { user } = await renderApp(edit, { fill: having({ proofs: [fakeFile('一.pdf'), fakeFile('二.pdf')] }) })
    const field = await group()
    await user.upload(input(), [pdf('三.pdf'), pdf('四.pdf')])
    expect(await within(field).findByText(/最多 3 个文件，“四.pdf”没有上传/)).toBeVisible()
    const list = within(field).getByRole('list', { name: '已上传的文件：申请材料' })
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(3))
  })

  it('that are taken out leave their place, and can be put back there', async () => {
    const files = [fakeFile('一.pdf'), fakeFile('二.pdf')]
    const { server, user } = await renderApp(edit, { fill: having({ proofs: files }) })
    const field = await group()
    await user.click(within(field).getByRole('button', { name: '移除“一.pdf”' }))
    const undo = within(field).getByRole('button', { name: '撤销移除“一.pdf”' })
    expect(undo).toHaveFocus()
    expect(screen.getByTestId('live')).toHaveTextContent('已移除“一.pdf”，保存后生效')
    await user.click(undo)
    expect(within(field).getByRole('button', { name: '移除“一.pdf”' })).toHaveFocus()
    await user.click(within(field).getByRole('button', { name: '移除“二.pdf”' }))
    await user.click(save())
    await waitFor(() => expect(patches(server)).toHaveLength(1))
    expect(patches(server)[0]?.body).toEqual({ proofs: [files[0]] })
  })

  it('can all be taken out', async () => {
    const { server, user } = await renderApp(edit, { fill: having({ proofs: [fakeFile('一.pdf')] }) })
    await user.click(within(await group()).getByRole('button', { name: '移除“一.pdf”' }))
    await user.click(save())
    await waitFor(() => expect(patches(server)).toHaveLength(1))
    expect(patches(server)[0]?.body).toEqual({ proofs: null })
  })

  it('go on after the session ended', async () => {
    const { server, user } = await renderApp(edit, { fill: having({}) })
    const field = await group()
    server.endSession()
    await user.upload(input(), pdf('身份证.pdf'))
    const dialog = await screen.findByRole('dialog', { name: '登录已过期，请重新登录' })
    await user.type(within(dialog).getByLabelText(/^密码/, { selector: 'input' }), 'a long test password')
    await user.click(within(dialog).getByRole('button', { name: '登录' }))
    await waitFor(() => expect(field).toHaveTextContent('身份证.pdf PDF'))
  })

  it('that could not be sent, since nobody signed in again, are not lost', async () => {
    const { server, user } = await renderApp(edit, { fill: having({}) })
    await group()
    server.endSession()
    await user.upload(input(), pdf('身份证.pdf'))
    const dialog = await screen.findByRole('dialog', { name: '登录已过期，请重新登录' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(await screen.findByRole('button', { name: '重试上传“身份证.pdf”' })).toBeVisible()
  })

  it('that are hidden are told apart by number, and one more can be added', async () => {
    const files = [fakeFile('张三诊断.pdf')]
    const { server, user } = await renderApp(edit, { fill: having({ reports: files }) })
    const field = await screen.findByRole('group', { name: /^诊断材料/ })
    expect(field).toHaveTextContent('文件 1 PDF · 2 KB')
    const inputs = document.querySelectorAll<HTMLInputElement>('input[type="file"][multiple]')
    await user.upload(inputs[1] as HTMLInputElement, pdf('复查.pdf'))
    await waitFor(() => expect(field).toHaveTextContent('复查.pdf'))
    await user.click(save())
    await waitFor(() => expect(patches(server)).toHaveLength(1))
    expect(patches(server)[0]?.body).toMatchObject({
      reports: [{ id: files[0]?.id, name: '***' }, { name: '复查.pdf' }],
    })
  })
})

describe('files of a row', () => {
  it('are pictures in small that lead to the whole, and can be saved', async () => {
    const [photo, scan] = [fakeFile('照片.jpg', 'image/jpeg'), fakeFile('申请表.pdf')]
    await renderApp(detail, { fill: having({ proofs: [photo, scan] }) })
    const picture = await screen.findByRole('img', { name: '照片.jpg' })
    const address = `/api/v1/devices/applications/application-0002/attachments/proofs/${photo.id}`
    expect(picture).toHaveAttribute('src', address)
    expect(picture.closest('a')).toHaveAttribute('target', '_blank')
    expect(picture.closest('a')).toHaveAccessibleName('照片.jpg（在新标签页中打开）')
    const link = screen.getByRole('link', { name: '下载“申请表.pdf”' })
    expect(link).toHaveAttribute('href', address.replace(photo.id, scan.id))
    expect(link).toHaveAttribute('download', '申请表.pdf')
  })

  it('that are hidden are opened one at a time with the reason that was given', async () => {
    URL.createObjectURL = vi.fn(() => 'blob:picture')
    URL.revokeObjectURL = vi.fn()
    const { server, user } = await renderApp(detail, {
      fill: having({ reports: [fakeFile('张三诊断.jpg', 'image/jpeg')] }),
    })
    expect(await screen.findByText('文件 1', { exact: false })).toBeVisible()
    expect(screen.queryByText(/张三诊断/)).toBeNull()
    await user.click(screen.getByRole('button', { name: /诊断材料/ }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getAllByRole('radio')[0] as HTMLElement)
    await user.click(within(dialog).getByRole('button', { name: '显示' }))
    await user.click(await screen.findByRole('button', { name: '打开“张三诊断.jpg”' }))
    const shown = await screen.findByRole('dialog', { name: '张三诊断.jpg' })
    expect(within(shown).getByRole('img', { name: '张三诊断.jpg' })).toHaveAttribute('src', 'blob:picture')
    const [asked] = server.requests.filter(({ url }) => url.endsWith('/reveal') && url.includes('/attachments/'))
    expect(asked?.body).toEqual({ reason: expect.stringMatching(/../) })
    await user.click(within(shown).getByRole('button', { name: '关闭' }))
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:picture')
  })
})
