import { maskName } from '@opendpf/standards'
import { expect, it } from 'vitest'

/** How names stand on a notice. */
it.each([
  ['王明', '王*'],
  ['王小明', '王*明'],
  ['欧阳明', '欧阳*'],
  ['欧阳小明', '欧阳*明'],
  ['司马光', '司马*'],
  ['诸葛孔明', '诸葛*明'],
  ['阿不都·热合曼', '阿不都·***'],
  ['古丽·买买提·艾力', '古丽·***'],
  ['𠮷小明', '𠮷*明'],
])('%s stands there as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})
