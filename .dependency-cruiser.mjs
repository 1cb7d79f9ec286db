// Which folder may import which. The groups mirror the folder tree; apps/docs/architecture.md explains the arrows.

const TEST_FILE = '\\.(test|spec|test-d)\\.tsx?$|/testing/'
const MODULE = '^packages/(domain|lines)/([^/]+)'

/** A rule that fails the check. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const layers = [
  forbid(
    'foundation-imports-foundation',
    'Foundation packages hold facts and import each other and npm only.',
    { path: '^packages/foundation/' },
    { path: '^(packages|apps|tooling|tests)/', pathNot: '^(packages/foundation|tooling/(vitest|build|tsconfig))/' },
  ),
  forbid(
    'platform-knows-no-module',
    'The platform runs modules without knowing which exist.',
    { path: '^packages/platform/' },
    {
      path: '^(packages|apps|tooling|tests)/',
      pathNot: '^(packages/(foundation|platform)|tooling/(vitest|build|tsconfig))/',
    },
  ),
  forbid(
    'kit-imports-foundation',
    'The contract that modules are written against rests on foundation alone.',
    { path: '^packages/platform/kit/', pathNot: TEST_FILE },
    { path: '^packages/platform/', pathNot: '^packages/platform/kit/' },
  ),
  forbid(
    'domain-imports-no-line',
    'A register or engine does not know the lines that use it.',
    { path: '^packages/domain/' },
    {
      path: '^(packages|apps|tooling|tests)/',
      pathNot: '^(packages/(foundation|platform|domain)|tooling/(vitest|build|tsconfig))/',
    },
  ),
  forbid(
    'lines-never-meet',
    'Lines meet through events and domain engines, never in code.',
    { path: '^packages/lines/([^/]+)/' },
    {
      path: '^(packages|apps|tooling|tests)/',
      pathNot: '^(packages/(foundation|platform|domain)|packages/lines/$1|tooling/(vitest|build|tsconfig))/',
    },
  ),
  forbid(
    'another-module-by-contract',
    'Of another module only the contract is used; its server and admin rooms are its own.',
    { path: MODULE, pathNot: TEST_FILE },
    { path: '^packages/(domain|lines)/[^/]+/src/(server|admin)/', pathNot: '^packages/$1/$2/' },
  ),
  forbid(
    'sdk-ships-no-server',
    'What other systems install carries no server code and needs no Node.',
    { path: '^packages/sdk/', pathNot: TEST_FILE },
    { path: '^packages/(platform/(database|server|testing)/|[^/]+/[^/]+/src/(server|admin)/)' },
  ),
  forbid('apps-are-imported-by-nobody', 'Apps only compose.', { path: '^(packages|tooling)/' }, { path: '^apps/' }),
  forbid(
    'apps-do-not-meet',
    'The server app and the admin app know each other by HTTP only.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  forbid(
    'nothing-imports-tests',
    'Code that ships does not depend on tests or fixtures.',
    { path: '^(packages|apps|tooling)/', pathNot: '\\.(test|spec|test-d)\\.tsx?$' },
    { path: '^tests/|\\.(test|spec|test-d)\\.tsx?$' },
  ),
]

const rooms = [
  forbid(
    'contract-imports-no-sibling-room',
    'The contract says what a module is; how it works and looks is built on it.',
    { path: '^(packages/[^/]+/[^/]+)/(?:src|src/system)/contract/', pathNot: TEST_FILE },
    { path: '^$1/src/', pathNot: '^$1/(?:src|src/system)/contract/' },
  ),
  forbid(
    'contract-is-isomorphic',
    'A contract loads in a browser: nothing of Node, of a database or of React.',
    { path: '/src/(system/)?contract/', pathNot: TEST_FILE },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'contract-names-no-runtime-library',
    'A contract is data; the libraries of the other two rooms stay out of it.',
    { path: '/src/(system/)?contract/', pathNot: TEST_FILE },
    { path: 'node_modules/(@hono|@types/node|hono|kysely|pg|pino|react|react-dom|react-aria-components)/' },
  ),
  forbid(
    'admin-never-server',
    'The admin room runs in a browser and reaches the server by HTTP.',
    { path: '/src/(system/)?admin/|^packages/platform/admin/|^apps/admin/src/', pathNot: TEST_FILE },
    { path: '/src/server/|^packages/platform/(database/|server/src/(?!system/(contract|admin)/))' },
  ),
  forbid(
    'server-never-admin',
    'The server room loads no React.',
    { path: '/src/(system/)?server/', pathNot: TEST_FILE },
    { path: '/src/(system/)?admin/|^packages/platform/admin/|node_modules/(react|react-dom)/' },
  ),
  forbid(
    'client-takes-server-types-only',
    'The typed client carries the types of the routes and none of their code.',
    { path: '/src/client\\.ts$' },
    { path: '/src/server/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'foundation-and-clients-need-no-node',
    'These packages run in a browser as well as in Node.',
    {
      path: '^packages/(foundation/[^/]+|platform/(client|admin)|sdk)/src/',
      pathNot: TEST_FILE,
    },
    { dependencyTypes: ['core'] },
  ),
]

const hygiene = [
  forbid('no-cycle', 'A cycle makes load order matter.', {}, { circular: true }),
  forbid('nothing-unresolved', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  forbid(
    'declared-dependencies-only',
    'A package declares what it imports.',
    { path: '^(packages|apps|tooling|tests)/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  forbid(
    'no-development-dependency-in-shipped-code',
    'What ships may not need a package that is only installed for development.',
    { path: '^(packages|apps/server)/.*src/', pathNot: `${TEST_FILE}|^packages/platform/testing/` },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm-peer', 'npm-optional', 'type-only'] },
  ),
  forbid(
    'no-file-of-another-package',
    'Another package is imported by its name, never by a path into its folder.',
    { path: '^((?:packages|tests|apps|tooling)/(?:foundation/|platform/|domain/|lines/)?[^/]+)/' },
    {
      path: '^(packages|tests|apps|tooling)/',
      pathNot: '^$1/',
      dependencyTypes: ['local'],
    },
  ),
]

export default {
  forbidden: [...layers, ...rooms, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.turbo)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['opendpf-source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json'],
    },
  },
}
