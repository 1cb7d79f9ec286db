import { contributeAdmin } from '@opendpf/kit/admin'
import { figures } from '../contract/index.js'
import { filtersWidget } from './filters-widget.js'

/** The admin half of the engine: which figures there are, one of them with its parts, trend and list, beside the lists that are derived. */
export const figuresAdmin = contributeAdmin(figures, {
  icon: 'chart',
  pages: {
    catalogue: {
      title: 'page.catalogue',
      permission: 'figure.read',
      component: async () => ({ default: (await import('./catalogue/catalogue-page.js')).CataloguePage }),
    },
    figure: {
      title: 'page.figure',
      permission: 'figure.read',
      isListed: false,
      component: async () => ({ default: (await import('./figure/figure-page.js')).FigurePage }),
    },
  },
  widgets: { 'frozenFigure.filters': filtersWidget },
})
