import type { ReactNode } from 'react'
import { Button as AriaButton, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import { Icon } from '../components/icon.js'
import { Loading } from '../components/loading.js'
import { ProblemNotice } from '../components/problem-notice.js'
import type { DivisionIndex, DivisionNode } from './division-index.js'
import { useDivisions } from './use-divisions.js'

export interface DivisionTreeProps {
  /** Names the tree. */
  readonly label: string
  readonly selected?: string
  readonly onSelect: (code: string) => void
  /** Words behind a division's name, such as how many organisations lie in it. */
  readonly mark?: (division: DivisionNode) => ReactNode
}

/** The divisions within reach as a tree: arrow keys open, close and move; Enter selects. */
export function DivisionTree({ label, selected, onSelect, mark }: DivisionTreeProps) {
  const { index, isPending, error, retry } = useDivisions()
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} onRetry={retry} />
  return (
    <Tree
      className="tree"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected ? [selected] : []}
      defaultExpandedKeys={index.roots.map((root) => root.code)}
      onSelectionChange={(keys) => {
        const [code] = keys === 'all' ? [] : [...keys]
        if (code !== undefined) onSelect(String(code))
      }}
    >
      {index.roots.map((root) => (
        <Branch key={root.code} division={root} index={index} mark={mark} />
      ))}
    </Tree>
  )
}

function Branch(props: {
  readonly division: DivisionNode
  readonly index: DivisionIndex
  readonly mark: DivisionTreeProps['mark']
}) {
  const { division, index, mark } = props
  const children = index.childrenOf(division.code)
  return (
    <TreeItem className="tree-item" id={division.code} textValue={division.name}>
      <TreeItemContent>
        {children.length > 0 ? (
          <AriaButton slot="chevron" className="tree-chevron">
            <Icon name="chevronRight" />
          </AriaButton>
        ) : (
          <span className="tree-chevron" />
        )}
        <span>{division.name}</span>
        {mark && <span className="tree-mark">{mark(division)}</span>}
      </TreeItemContent>
      {children.map((child) => (
        <Branch key={child.code} division={child} index={index} mark={mark} />
      ))}
    </TreeItem>
  )
}
