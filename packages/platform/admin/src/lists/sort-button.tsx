import { Icon } from '../components/icon.js'

/** The heading of a column that orders the list; the direction is told by `aria-sort` on its cell. */
export function SortButton({
  label,
  direction,
  onPress,
}: {
  readonly label: string
  readonly direction: 'ascending' | 'descending' | undefined
  readonly onPress: () => void
}) {
  return (
    <button type="button" className="sort-button" onClick={onPress}>
      {label}
      <Icon name={direction === undefined ? 'sortNone' : direction === 'ascending' ? 'sortUp' : 'sortDown'} />
    </button>
  )
}
