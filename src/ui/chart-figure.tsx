// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'

type ChartFigureProps = {
  /** SVG that Timone drew. It enters the page as it is, so it must never be an uploaded one. */
  readonly svg: string
  readonly caption: string
  /** The data as a table, for people who cannot see the chart or prefer to read. */
  readonly data: ComponentChildren
}

/** A chart that scrolls inside its frame on screens too narrow for it. */
export function ChartFigure({ svg, caption, data }: ChartFigureProps) {
  return (
    <figure class="t-chart">
      <figcaption>{caption}</figcaption>
      <section class="t-scroll" aria-label={caption} tabindex={0} dangerouslySetInnerHTML={{ __html: svg }} />
      <details>
        <summary>Gli stessi dati in tabella</summary>
        {data}
      </details>
    </figure>
  )
}
