export { type DifferenceSort, differenceSorts } from './difference.js'
export { type ListKind, type ListKinds, type ListRule, listKinds, listKindsOf, matchingId } from './kind.js'
export { matching } from './matching.js'
