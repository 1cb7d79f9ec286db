import type { Module } from '../contract/index.js'
import type { AdminContribution } from './contribution.js'

export type {
  AdminContribution,
  CustomPage,
  DependentInput,
  DetailPanel,
  FieldWidget,
  Lazy,
  NavigationGroup,
  PlaceIcon,
  ShellPart,
  WidgetContext,
  WidgetInput,
} from './contribution.js'
export type { Desk } from './desk.js'
export type { PlacedDesk } from './placed-desk.js'
export { deskHref, desksOf, maySitAt } from './placed-desk.js'

/** Declares a module's admin half. */
export function contributeAdmin<M extends Module>(
  module: M,
  contribution: Omit<AdminContribution, 'module'> = {},
): AdminContribution {
  return { module, ...contribution }
}
