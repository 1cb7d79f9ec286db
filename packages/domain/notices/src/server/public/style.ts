import { publicStyle } from '@opendpf/kit/server'

/** What pages of notices have beside the plain public look: tables that scroll by themselves on a phone, and print. */
export const style = `${publicStyle}
header { border-bottom: 2px solid #8a1c1c; }
header a { font-weight: 700; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 700; padding: .5rem 0; }
th, td { border: 1px solid #767676; padding: .5rem .6rem; text-align: start; vertical-align: top; min-width: 5em; }
th { background: #f1f1f1; }
button { display: block; }
.problems { border: 3px solid #a40000; padding: .5rem 1rem; margin: 1rem 0; }
.code { font-size: 1.6rem; font-weight: 700; letter-spacing: .08em; font-variant-numeric: tabular-nums; }
@media print {
  html { font-size: 100%; }
  form, header, footer, .skip, .screen, .problems { display: none; }
  a { color: inherit; text-decoration: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
}`
