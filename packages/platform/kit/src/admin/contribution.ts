import type { ComponentType } from 'react'
import type { Module, Registry } from '../contract/index.js'
import type { Desk } from './desk.js'

/** A part of a page that loads only when it is shown. */
export type Lazy<Props> = () => Promise<{ readonly default: ComponentType<Props> }>

/** A page the kit cannot derive. It is reached below `/p/<module>/<page>`. */
export interface CustomPage {
  /** Message of the module, also the page's heading. */
  readonly title: string
  /** Permission that shows it, `<record>.<verb>` or one of the module's own. */
  readonly permission: string
  /** Whether it stands in the navigation. Default true. */
  readonly isListed?: boolean
  readonly component: Lazy<{ readonly params: URLSearchParams }>
}

/** A panel beside a record's fields, on its detail page. */
export interface DetailPanel {
  readonly title: string
  readonly permission?: string
  readonly component: Lazy<{
    readonly id: string
    readonly version: number
    readonly fields: Readonly<Record<string, unknown>>
  }>
}

/** What a display may look at beside its value. */
export interface WidgetContext {
  /** The row's other values. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly registry: Registry
}

/** What the form gives to the input of a `data` field. */
export interface WidgetInput {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly describedBy?: string
  readonly isInvalid: boolean
}

/** The same for a structure that depends on another field. */
export interface DependentInput extends WidgetInput {
  /** The value of the field that this one depends on, by its name. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** The input of a `data` field and its display: everything else is drawn by the platform. What nobody enters has no input. */
export interface FieldWidget {
  readonly input?: Lazy<DependentInput>
  readonly show: (value: unknown, locale: 'zh-CN' | 'en', about?: WidgetContext) => string
}

/** Something that a module puts into the frame of all pages, or onto the first one. It shows nothing where there is nothing to say. */
export interface ShellPart {
  readonly permission: string
  readonly component: Lazy<object>
}

/** What stands for a group of places in the navigation, beside its words. */
export type PlaceIcon =
  | 'aid'
  | 'bank'
  | 'bell'
  | 'building'
  | 'calendar'
  | 'card'
  | 'chart'
  | 'checklist'
  | 'compare'
  | 'eye'
  | 'flag'
  | 'form'
  | 'gear'
  | 'health'
  | 'lock'
  | 'megaphone'
  | 'money'
  | 'report'
  | 'steps'
  | 'user'

/** Places of a large module that belong together in the navigation. */
export interface NavigationGroup {
  /** Message of the module. */
  readonly title: string
  /** Without it the group has its module's. */
  readonly icon?: PlaceIcon
  /** Desks, records and pages by their names, in the order in which they stand; a name of several of them brings all. */
  readonly places: readonly string[]
}

/** The admin half of a module. A module whose pages are all derived needs none. */
export interface AdminContribution {
  readonly module: Module
  /** In the navigation, beside the module's title; a folder without it. */
  readonly icon?: PlaceIcon
  readonly pages?: Readonly<Record<string, CustomPage>>
  /** By name: what stands above every page, beside the person's own menu. */
  readonly header?: Readonly<Record<string, ShellPart>>
  /** By name: sections of the first page, above the places of work. */
  readonly home?: Readonly<Record<string, ShellPart>>
  /** By name; reached below `/d/<module>/<desk>`. */
  readonly desks?: Readonly<Record<string, Desk>>
  /** By record name; for the page of another module's record, `<module>.<record>`. */
  readonly panels?: Readonly<Record<string, readonly DetailPanel[]>>
  /** By `<record>.<field>`. */
  readonly widgets?: Readonly<Record<string, FieldWidget>>
  /** Records that do not stand in the navigation; children of records of the same module never do. */
  readonly hidden?: readonly string[]
  /** Groups of the navigation. Places that no group names stand under the module's own title. */
  readonly groups?: readonly NavigationGroup[]
}
