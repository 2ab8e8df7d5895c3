// SPDX-License-Identifier: AGPL-3.0-or-later
import { pageColours } from '../layout/palette.ts'

/** Column widths in per cent, as classes, because the page's policy forbids `style=`. */
const shares = Array.from({ length: 100 }, (_, index) => `.w${index + 1} { width: ${index + 1}%; }`).join('\n')

const colours = Object.entries(pageColours)
  .map(([name, colour]) => `--${name}: ${colour};`)
  .join(' ')

/** The style sheet of the self-contained page: screen from 320 px up, and paper. */
export const style = `${shares}
:root { ${colours} }
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; color: var(--ink); background: var(--white); font: 1.0625rem/1.6 'Titillium Web', 'Segoe UI', Roboto,
  'Helvetica Neue', Arial, sans-serif; overflow-wrap: anywhere; }
a { color: var(--blue); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px;
  box-shadow: 0 0 0 2px var(--black); }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--white); z-index: 1; }
.skip:focus { top: 1rem; }

header { color: var(--white); background: var(--band); border-bottom: .5rem solid var(--edge);
  padding: clamp(2rem, 6vw, 5rem) clamp(1rem, 5vw, 4rem); }
.administration { margin: 0; font-size: 1.25rem; font-weight: 600; }
h1 { margin: .5rem 0 2rem; font-size: clamp(2rem, 5vw, 3.25rem); line-height: 1.15; max-width: 22em; }
h1 span { display: block; margin-top: .5rem; font-size: .5em; font-weight: 400; }
dl { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin: 0; }
dt { font-size: .9375rem; }
dd { margin: 0; font-weight: 600; }
.notice { display: inline-block; margin: 2rem 0 0; padding: .5rem 1rem; color: var(--ink); background: var(--notice); }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; max-width: 90rem; margin: 0 auto;
  padding: 2rem clamp(1rem, 5vw, 4rem); }
nav { font-size: 1rem; line-height: 1.4; }
nav h2 { margin-top: 0; font-size: 1.25rem; border: 0; padding: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { margin-left: .75rem; padding-left: .75rem; border-left: 1px solid var(--line); }
nav a { display: block; padding: .25rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav > ul > li > a { font-weight: 600; margin-top: .5rem; }
nav ul ul ul { font-size: .9375rem; }
@media (min-width: 64rem) {
  .columns { grid-template-columns: 15rem minmax(0, 1fr); gap: 2.5rem; padding: 2rem; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2rem 1rem 2rem 0; }
}

h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.5rem 0 1rem; }
h2 { font-size: 2rem; padding-bottom: .5rem; border-bottom: 4px solid var(--blue); }
h3 { font-size: 1.625rem; color: var(--blue); }
h4 { font-size: 1.3125rem; }
h5, h6 { font-size: 1.125rem; }
main > section:first-child > h2 { margin-top: 0; }
main p, main ul, main ol, main blockquote, main pre { max-width: 46em; }
p { margin: 0 0 1rem; }
ul, ol { margin: 0 0 1rem; padding-left: 1.5rem; }
blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 4px solid var(--line); }
pre { white-space: pre-wrap; padding: 1rem; background: var(--pale); }
code { font-family: 'Roboto Mono', Consolas, Menlo, monospace; font-size: .9em; }
.callout { margin: 0 0 1rem; padding: 1rem; background: var(--pale); border-left: 4px solid var(--blue); }
td p, th p, td ul, td ol { margin-bottom: .5rem; }
td > :last-child, th > :last-child, li > :last-child, .callout > :last-child { margin-bottom: 0; }

.scroll { overflow-x: auto; margin: 1.5rem 0; }
table { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.45; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
th, td { padding: .5rem .75rem; text-align: left; vertical-align: top; border: 1px solid var(--line); }
thead th { background: var(--ink); color: var(--white); border-color: var(--ink); vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 600; }
tbody tr:nth-child(even) { background: var(--pale); }
th { overflow-wrap: break-word; }
.scroll tbody th p { font-weight: 400; }
td ul, td ol { padding-left: 1.1rem; }
.end { text-align: right; white-space: nowrap; }
.medium { min-width: 36rem; }
.wide { min-width: 56rem; table-layout: fixed; font-size: .9375rem; hyphens: auto; }
.wide th, .wide td { padding: .5rem; }
.fiche { margin: 2rem 0; }
.fiche caption { padding: .5rem .75rem; color: var(--white); background: var(--ink); }
.fiche th { width: 28%; max-width: 14rem; background: var(--pale); }
.fiche tr:nth-child(even) { background: none; }
.fiche tr:first-child td { font-weight: 600; }

figure { margin: 2rem 0; }
figcaption { font-weight: 600; margin-bottom: .5rem; }
figure .scroll { margin: 0 0 .5rem; }
.drawing svg { display: block; width: 100%; min-width: 40rem; max-width: 56rem; height: auto; }
.drawing.large svg { min-width: 56rem; max-width: 66rem; }
summary { cursor: pointer; color: var(--blue); padding: .25rem 0; }
footer { padding: 2rem clamp(1rem, 5vw, 4rem); background: var(--pale); font-size: .9375rem; }
footer p { margin: 0; }

@media (max-width: 40rem) {
  .fiche th, .fiche td { padding: .375rem .5rem; }
  .fiche th { width: 34%; hyphens: auto; }
}
@media print {
  @page { size: A4; margin: 18mm 15mm; }
  body { font-size: 10pt; }
  .skip, nav { display: none; }
  header { color: var(--ink); background: none; padding: 30mm 0; break-after: page; }
  .columns { display: block; padding: 0; }
  .new-page { break-before: page; }
  main > .new-page:first-child { break-before: auto; }
  h2, h3, h4, h5, h6, caption, figcaption { break-after: avoid; }
  tr, .drawing { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 9pt; }
  .medium { min-width: 0; }
  .wide { min-width: 0; font-size: 8pt; }
  .drawing svg, .drawing.large svg { min-width: 0; }
  summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
}
`
