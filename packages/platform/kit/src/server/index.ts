export { keepDaysInOrder } from './days-in-order.js'
export type { DocumentContext, DocumentMaker, DocumentReader, MadeDocument } from './documents.js'
export type {
  Draft,
  Files,
  MadeFile,
  ModuleContext,
  Provided,
  RecordHooks,
  RecordStates,
  RowChange,
  Secrets,
  SnapshotContext,
} from './hooks.js'
export type {
  DeclaredListener,
  DomainEvent,
  EventHandler,
  Guard,
  GuardAnswer,
  JobContext,
  JobDef,
  JobSchedule,
  ModuleImplementation,
  ModuleServer,
} from './implement.js'
export { defineJob, implementModule } from './implement.js'
export { inspectModule } from './inspect-module.js'
export type { ColumnText, MigrationTools, ModuleMigrations, RecordTable, TableColumns } from './migration.js'
export { addressIn, type Markup, publicDocument, publicStyle } from './public-document.js'
export type { PublicAnswer, PublicOperation } from './public-operation.js'
export type {
  PublicEnv,
  PublicKit,
  PublicReader,
  PublicRoutes,
  PublicRow,
  PublicVariables,
} from './public-routes.js'
export type { Among, FoundRows, ListedOptions, ListSource, RouteEnv, RouteKit, RouteVariables } from './routes.js'
export type { ManyOptions, Reader, UpdateOf, Where, Writer } from './rows.js'
