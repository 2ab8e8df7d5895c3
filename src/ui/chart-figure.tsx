// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'

type ChartFigureProps = {
  /** Our own SVG, never one that somebody sent: it enters the page as it is. */
  readonly svg: string
  readonly caption: string
  /** The data as a table, for who cannot or would rather not look. */
  readonly data: ComponentChildren
}

/** A chart that scrolls inside its frame where the screen is narrower than it can be read. */
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
