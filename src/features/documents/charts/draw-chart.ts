// SPDX-License-Identifier: AGPL-3.0-or-later
import { BarChart, CustomChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { ink } from './palette.ts'

use([AriaComponent, BarChart, CustomChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer])

export type Size = { readonly width: number; readonly height: number }

/** The drawing's title and description for people who cannot see it. `id` is the prefix of every id inside. */
export type Label = { readonly id: string; readonly title: string; readonly description: string }

export const fontFamily = 'Titillium Web, sans-serif'

/**
 * Draws a chart as a whole SVG document that may also stand inside a page: named for assistive technology, its ids
 * under one prefix, no style sheet and no `style=` (a strict Content-Security-Policy refuses both). The same option
 * always gives the same text.
 */
export function drawChart(option: EChartsCoreOption, size: Size, label: Label): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily, color: ink, fontSize: 14 }, ...option })
    return finish(chart.renderToSVGString(), size, label)
  } finally {
    chart.dispose()
  }
}

function finish(drawing: string, { width, height }: Size, { id, title, description }: Label): string {
  const body = drawing
    .replace(/^<svg[^>]*>/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^/][^>]*>/g, (tag) => finishTag(tag, id))
    .replace(edged, '<text$1$2$3>$4</text><text$1$3>$4</text>')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>`,
    body,
  ].join('')
}

/**
 * A text with an outline. Word processors paint the outline over the letters, so the letters are written again without
 * it.
 */
const edged = /<text([^>]*)( stroke="[^"]*" stroke-width="[^"]*") paint-order="stroke"([^>]*)>([^<]*)<\/text>/g

/**
 * zrender numbers ids for the whole process and writes data of its own into attributes: ids get a prefix, the
 * attributes go. It centres text by a baseline setting that word processors do not know: text is moved instead
 * (Titillium's baseline is 0.36 em below the middle).
 */
const finishTag = (tag: string, id: string): string =>
  tag
    .replace(/ (?:class|pointer-events|xml:space|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/, (_, style: string) => style.replace(/\s*([\w-]+):([^;]*);?/g, ' $1="$2"'))
    .replace(/ dominant-baseline="central"(.* font-size="([\d.]+)px")/, (_, rest: string, size: string) => {
      return `${rest} dy="${(Number(size) * 0.36).toFixed(2)}"`
    })
    .replace(/(id="|url\(#|href="#)zr\d+-/g, `$1${id}-`)

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)

/** The legend at the foot of a chart of this width: its options and its height. */
export function footLegend(
  names: readonly string[],
  width: number,
): { readonly legend: object; readonly height: number } {
  const icon = 18
  const gap = 12
  let rows = 1
  let used = 0
  for (const name of names) {
    const needed = icon + gap + 5 + name.length * 6.5
    if (used > 0 && used + needed > width) {
      rows += 1
      used = 0
    }
    used += needed
  }
  const textStyle = { color: ink, fontSize: 13 }
  return {
    legend: {
      bottom: 0,
      left: 'center',
      selectedMode: false,
      itemWidth: icon,
      itemHeight: 13,
      itemGap: gap,
      textStyle,
    },
    height: rows * 26,
  }
}

/** Breaks a label into lines of at most `width` characters, at spaces; a longer word stays whole. */
export function breakLines(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
