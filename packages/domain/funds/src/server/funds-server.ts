import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { funds } from '../contract/index.js'
import { balanceRoutes } from './balances/balance-routes.js'
import { guards } from './guards.js'
import { expenditureHooks } from './hooks/expenditure-hooks.js'
import { budgetLineHooks, fundHooks, goodsHooks, receiptHooks, transferHooks } from './hooks/ledger-hooks.js'
import { fundMeasures } from './measures.js'
import { migrations } from './migrations.js'

/** The server half of the engine of funds. */
export const fundsServer = implementModule(funds, {
  migrations,
  hooks: {
    fund: fundHooks,
    budgetLine: budgetLineHooks,
    receipt: receiptHooks,
    expenditure: expenditureHooks,
    transfer: transferHooks,
    goods: goodsHooks,
  },
  guards,
  provides: { [figuresId]: fundMeasures },
  routes: balanceRoutes,
})
