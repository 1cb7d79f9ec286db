// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.js'

async function upload() {
  const app = await renderApp('/imports/new?kind=devices.applicant')
  await app.user.upload(await screen.findByLabelText(/^表格文件/), new File(['x'], '花名册.xlsx'))
  await app.user.click(screen.getByRole('button', { name: '上传并识别' }))
  await screen.findByRole('heading', { name: '工作表“花名册”' })
  return app
}

describe('an import', () => {
  it('is found on the pages of the list, forwards and back', async () => {
    const { user, history } = await renderApp('/imports')
    const files = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)
    const turn = async (name: string) => {
      const [above] = screen.getAllByRole('navigation', { name: /^分页/ })
      await user.click(within(above as HTMLElement).getByRole('button', { name }))
    }
    await screen.findByText('共 5 条，第 1 页', { selector: 'p' })
    expect(files()).toEqual(['花名册.xlsx', '第二批.xlsx'])
    await turn('下一页')
    await screen.findByText('共 5 条，第 2 页', { selector: 'p' })
    await turn('下一页')
    await screen.findByText('共 5 条，第 3 页', { selector: 'p' })
    expect(files()).toEqual(['更正.csv'])
    expect(screen.getByTestId('live')).toHaveTextContent('共 5 条，第 3 页')
    await turn('上一页')
    await screen.findByText('共 5 条，第 2 页', { selector: 'p' })
    expect(files()).toEqual(['第三批.xlsx', '补录.csv'])
    history.back()
    await screen.findByText('共 5 条，第 3 页', { selector: 'p' })
    await turn('第一页')
    await screen.findByText('共 5 条，第 1 页', { selector: 'p' })
  })

  it('asks for a file before it uploads anything', async () => {
    const { user, server } = await renderApp('/imports/new?kind=devices.applicant')
    expect(await screen.findByRole('link', { name: '下载“申请人”模板' })).toHaveAttribute(
      'href',
      '/api/v1/system/import-kinds/devices.applicant/template',
    )
    await user.click(screen.getByRole('button', { name: '上传并识别' }))
    expect(screen.getByLabelText(/^表格文件/)).toHaveAccessibleDescription(/请选择要导入的文件/)
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('shows what each column was taken for and why, and does not let one field come from two', async () => {
    const { user } = await upload()
    expect(screen.getByRole('row', { name: /^身份证号 / })).toHaveTextContent(/把握大.*表头相近/)
    expect(screen.getByRole('row', { name: /^出生年月 / })).toHaveTextContent(/请核对.*由内容判断/)
    const serial = screen.getByLabelText('对应的项目：序号')
    await user.selectOptions(serial, 'phone')
    expect(screen.getByText('“联系电话”对应了不止一列，请只保留一列')).toBeVisible()
    await user.selectOptions(screen.getByLabelText('对应的项目：姓名'), '')
    expect(screen.getByText('还有必填项目没有对应的列：姓名')).toBeVisible()
  })

  it('goes from the dry run to the rows written, and back again', async () => {
    const { user, server } = await upload()
    await user.selectOptions(screen.getByLabelText('对应的项目：电话'), '')
    await user.click(screen.getByRole('button', { name: '开始试运行' }))
    expect(server.requests.find(({ url }) => url.endsWith('/plan'))?.body).toMatchObject({
      sheets: [{ name: '花名册', headerRows: [2, 2], columns: { 0: null, 1: 'name', 2: 'idNumber' } }],
    })
    const problem = await screen.findByRole('row', { name: /身份证号码的校验位不对/ })
    expect(problem).toHaveTextContent(/4.*身份证号.*9901211960\*{4}0011/)
    await user.click(screen.getByLabelText('有提醒的行'))
    expect(await screen.findByRole('row', { name: /按村名识别/ })).toHaveTextContent('石桥镇 柳树村')
    expect(screen.getByRole('link', { name: '下载问题表格' })).toHaveAttribute(
      'href',
      '/api/v1/system/imports/i1/errors.xlsx',
    )
    await user.click(screen.getByRole('link', { name: '返回核对列' }))
    expect(await screen.findByRole('heading', { level: 1, name: '核对列：花名册.xlsx' })).toBeVisible()
    expect(await screen.findByLabelText('对应的项目：电话')).toHaveValue('')
    expect(screen.getByLabelText('对应的项目：姓名')).toHaveValue('name')
    await user.click(screen.getByRole('button', { name: '开始试运行' }))
    await user.click(await screen.findByRole('button', { name: '正式写入' }))
    await user.click(
      within(await screen.findByRole('alertdialog', { name: '写入 111 行？' })).getByRole('button', {
        name: '正式写入',
      }),
    )
    expect(await screen.findByText('导入完成：新增 96 行，更新 15 行')).toBeVisible()
    expect(server.requests.find(({ url }) => url.endsWith('/run'))?.body).toEqual({ mode: 'valid-rows' })
    await user.click(screen.getByRole('button', { name: '撤销这次导入' }))
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '撤销这次导入' }))
    await waitFor(() => expect(screen.getByText('已撤销', { selector: '.chip' })).toBeVisible())
  })
})

describe('exports, jobs and the audit log', () => {
  it('take a purpose with an export and say when full values wait for another person', async () => {
    const { user, server } = await renderApp('/m/devices/suppliers')
    await user.click(await screen.findByRole('button', { name: '导出' }))
    const dialog = await screen.findByRole('dialog', { name: '导出供应单位' })
    await user.click(within(dialog).getByRole('button', { name: '提交导出' }))
    expect(within(dialog).getByLabelText(/导出用途/)).toHaveAccessibleDescription(/请写明导出用途/)
    await user.type(within(dialog).getByLabelText(/导出用途/), '季度核对名单')
    await user.click(within(dialog).getByLabelText(/须经另一人批准/))
    await user.click(within(dialog).getByRole('button', { name: '提交导出' }))
    await waitFor(() =>
      expect(
        server.requests.find(({ method, url }) => method === 'POST' && url.endsWith('/system/exports'))?.body,
      ).toMatchObject({ record: 'devices.supplier', unmasked: true, format: 'xlsx', reason: '季度核对名单' }),
    )
  })

  it('let nobody approve his own export', async () => {
    await renderApp('/exports')
    expect(await screen.findByRole('link', { name: '下载导出文件“申请人”' })).toHaveAttribute(
      'href',
      '/api/v1/system/exports/e1/file',
    )
    expect(screen.queryByRole('button', { name: /批准/ })).toBeNull()
  })

  it('show jobs, and entries of the audit log with what they are about', async () => {
    await renderApp('/jobs')
    expect(await screen.findByRole('row', { name: /试运行/ })).toHaveTextContent('已完成')
    await renderApp('/audit')
    expect(await screen.findByRole('row', { name: /^1 / })).toHaveTextContent(/张明.*新增.*申请人/)
  })
})
