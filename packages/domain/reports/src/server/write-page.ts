import { layoutBars } from '@opendpf/figures'
import { type Markup, publicStyle } from '@opendpf/kit/server'
import { html, raw } from 'hono/html'
import type { Block, ReportedItem, Run } from '../contract/index.js'
import { resultsTable, shareBars, townTables, type WordTable } from './tables.js'
import type { WholeReport } from './whole-report.js'

const chartedAtMost = 20

/**
 * Writes a report as one page that needs nothing else: headings in their order, tables with captions and heads, the chart as a drawing with
 * the same said in words. Figures in the text lead to the pages of those figures.
 */
export async function writePage(report: WholeReport): Promise<string> {
  const { title, locale, documentNumber, issuer, date } = report
  const items = new Map(report.figures.items.map((item) => [item.number, item]))
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${title}</title>
<style>${raw(publicStyle)}${raw(style)}</style>
</head>
<body>
<main id="content">
<h1>${title}</h1>
${documentNumber === null ? '' : html`<p>${documentNumber}</p>`}
${report.blocks.map((block) => blockOf(block, items))}
${issuer === null ? '' : html`<p class="signature">${issuer}</p>`}
${date === null ? '' : html`<p class="signature">${date}</p>`}
${tableOf(resultsTable(report))}
${chartOf(report)}
${townTables(report).map(tableOf)}
</main>
</body>
</html>`
  return String(await page)
}

const style = `
h3 { font-size: 1.1rem; } h4, h5 { font-size: 1rem; }
main p { text-indent: 2em; } main p.signature { text-align: end; text-indent: 0; } main p.note { text-indent: 0; }
.area { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .85rem; }
caption { font-weight: 700; padding: .6rem 0; text-align: start; } th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: start; }
figure { margin: 1.5rem 0; } figure svg { max-width: none; } figcaption { font-weight: 700; }
.area:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 3px; }
`

function blockOf(block: Block, items: ReadonlyMap<string, ReportedItem>): Markup {
  const words = block.runs.map((run) => runOf(run, items))
  if (block.kind === 'paragraph') return html`<p>${words}</p>`
  const { number } = block
  switch (block.level) {
    case 1:
      return html`<h2>${number}${words}</h2>`
    case 2:
      return html`<h3>${number}${words}</h3>`
    case 3:
      return html`<h4>${number}${words}</h4>`
    case 4:
      return html`<h5>${number}${words}</h5>`
  }
}

function runOf({ text, item }: Run, items: ReadonlyMap<string, ReportedItem>): Markup {
  const figure = item === undefined ? undefined : items.get(item)?.figure
  if (!figure) return html`${text}`
  const { indicator, division, from, to } = figure
  return html`<a href="/p/figures/figure?${new URLSearchParams({ indicator, division, from, to }).toString()}">${text}</a>`
}

function tableOf({ caption, heads, rows, note }: WordTable): Markup {
  return html`<div class="area" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>${note === undefined ? '' : html`<p class="note">${note}</p>`}`
}

function chartOf(report: WholeReport): Markup {
  const bars = shareBars(report).slice(0, chartedAtMost)
  if (bars.length === 0) return html``
  const { say } = report
  const parts = bars.map(({ label, share }) => `${label} ${Math.floor(share * 100)}%`).join('，')
  const layout = layoutBars(
    bars.map(({ label, share }) => ({ label: label.split(' ')[0] ?? '', values: [Math.floor(share * 100)] })),
  )
  return html`<figure><figcaption>${say('chart.title')}</figcaption>
<div class="area" role="region" aria-label="${say('chart.title')}" tabindex="0">
<svg role="img" aria-label="${say('chart.text', { parts })}" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" font-size="11">
${layout.bars.map(({ x, y, width, height, value }) => html`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#0b4a8f"></rect><text x="${x + width / 2}" y="${y - 4}" text-anchor="middle">${value}%</text>`)}
<line x1="0" x2="${layout.width}" y1="${layout.base}" y2="${layout.base}" stroke="#595959"></line>
${layout.labels.map(({ x, y, text }) => html`<text x="${x}" y="${y}" text-anchor="middle">${text}</text>`)}
</svg></div></figure>`
}
