// @vitest-environment jsdom
import { AdminProvider, createAdmin } from '@opendpf/admin'
import { contributeAdmin } from '@opendpf/kit/admin'
import { persons } from '@opendpf/persons'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { certificatesAdmin } from './certificates-admin.js'
import { ComponentsInput } from './components-input.js'

afterEach(cleanup)

/** Holds the value as a form does. */
function Form({ start, onValue }: { readonly start: unknown; readonly onValue: (value: unknown) => void }) {
  const [value, setValue] = useState<unknown>(start)
  const take = (next: unknown) => {
    onValue(next)
    setValue(next)
  }
  return <ComponentsInput id="components" value={value} onChange={take} isInvalid={false} />
}

/** Shows the input, and tells every value it gives. */
function show(start: unknown = null) {
  const values: unknown[] = []
  const parts = createAdmin({ contributions: [contributeAdmin(persons), certificatesAdmin], locale: 'zh-CN' })
  render(
    <AdminProvider parts={parts}>
      <Form start={start} onValue={(value) => values.push(value)} />
    </AdminProvider>,
  )
  return values
}

describe('the input of components', () => {
  it('takes category and grade line by line, each line with a name of its own', async () => {
    const values = show()
    const line = (name: string) => screen.getByRole('group', { name })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '类别' }), '视力残疾')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '等级' }), '一级')
    expect(values.at(-1)).toEqual([{ category: '1', grade: '1' }])
    await userEvent.click(screen.getByRole('button', { name: '增加一项残疾' }))
    expect(line('第 2 项')).toBeDefined()
    await userEvent.selectOptions(screen.getAllByRole('combobox', { name: '类别' })[1] as HTMLElement, '听力残疾')
    expect(values.at(-1)).toEqual([
      { category: '1', grade: '1' },
      { category: '2', grade: '' },
    ])
  })

  it('asks for the part of the body of a physical disability, and of no other', async () => {
    const values = show([{ category: '4', grade: '2' }])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '部位' }), '下肢')
    expect(values.at(-1)).toEqual([{ category: '4', grade: '2', part: 'lower-limbs' }])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '类别' }), '视力残疾')
    expect(values.at(-1)).toEqual([{ category: '1', grade: '2' }])
    expect(screen.queryByRole('combobox', { name: '部位' })).toBeNull()
  })

  it('offers no multiple disability as a component', () => {
    show()
    expect(screen.queryByRole('option', { name: '多重残疾' })).toBeNull()
  })

  it('gives nothing when all of it is emptied', async () => {
    const values = show([{ category: '4', grade: '2' }])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '类别' }), '')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '等级' }), '')
    expect(values.at(-1)).toBeNull()
  })

  it('removes a line by its number', async () => {
    const values = show([
      { category: '1', grade: '1' },
      { category: '2', grade: '3' },
    ])
    await userEvent.click(screen.getByRole('button', { name: '删除这一项：第 1 项' }))
    expect(values.at(-1)).toEqual([{ category: '2', grade: '3' }])
  })
})
