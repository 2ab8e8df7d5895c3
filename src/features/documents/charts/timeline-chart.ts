// SPDX-License-Identifier: AGPL-3.0-or-later

import { daysBetween, formatDate, type IsoDate } from '../../../kernel/dates.ts'
import { dayMeant } from '../../../kernel/printed-dates.ts'
import { plural } from '../../../kernel/text.ts'
import { bindingTiming, titleOf } from '../../catalogue/index.ts'
import {
  latenessLabel,
  latenessOf,
  shownStatus,
  type TailoredChapter,
  type TailoredLine,
  type Years,
} from '../../plans/index.ts'
import { statusWords } from '../content/line-words.ts'
import type { Figure } from '../model.ts'
import { breakLines, drawChart } from './draw-chart.ts'
import { band, faint, grid, keyColour, statusPaint, todayColour } from './palette.ts'
import { arrow, diamond, label, line, rect, ring, type Shape, tick } from './shapes.ts'
import { timelineData } from './timeline-data.ts'

const width = 1000
const rowHeight = 40
const top = 34
const foot = 48
const left = 372
const right = 875

/**
 * The lines of one chapter in time, by the law where it moves their dates, one row for each: by a date (diamond), from a date on (arrow), always (arrow open
 * at both ends); the body's planned date (ring) and completion (tick). The status is written beside its colour.
 * @param chapter at least one line, in the order to print.
 * @param atLeast the years to show at least; dates outside them widen the range.
 * @param today marked when it is within the years; decides what is late.
 */
export function timelineChart({ chapter, lines }: TailoredChapter, atLeast: Years, today: IsoDate): Figure {
  const id = `figura-tempi-${chapter.number}`
  const caption = `Capitolo ${chapter.number}, ${chapter.title}: le linee d’azione nel tempo`
  const years = widen(atLeast, lines)
  const alternative = describe(lines, caption, years, today)
  const bottom = top + lines.length * rowHeight
  const height = bottom + foot
  const scale = timeScale(years)
  const shapes = [
    ...calendar(lines.length, bottom, years, scale),
    ...(scale.holds(today) ? [line([scale.x(today), top - 4], [scale.x(today), bottom], todayColour, 2)] : []),
    ...lines.flatMap((tailored, row) => drawRow(tailored, top + row * rowHeight, scale, today)),
    ...key(bottom + 30, scale.holds(today) ? today : undefined),
  ]
  const svg = drawChart(
    {
      series: {
        type: 'custom',
        coordinateSystem: 'none',
        silent: true,
        data: [0],
        renderItem: () => ({ type: 'group', children: shapes }),
      },
    },
    { width, height },
    { id, title: caption, description: alternative },
  )
  return { kind: 'figure', id, caption, alternative, svg, width, height, data: timelineData(lines, id, caption) }
}

function widen({ from, to }: Years, lines: readonly TailoredLine[]): Years {
  const due = lines
    .map(bindingTiming)
    .flatMap((timing) => (timing.kind === 'by' ? [Number(timing.date.slice(0, 4))] : []))
  return { from: Math.min(from, ...due), to: Math.max(to, ...due) }
}

/** The position of a date, from left to right. */
type Scale = { x(date: IsoDate): number; holds(date: IsoDate): boolean }

function timeScale({ from, to }: Years): Scale {
  const start = `${from}-01-01`
  const days = daysBetween(start, `${to + 1}-01-01`)
  return {
    x: (date) => left + ((right - left) * Math.min(Math.max(daysBetween(start, date), 0), days)) / days,
    holds: (date) => date >= start && date <= `${to}-12-31`,
  }
}

function calendar(rows: number, bottom: number, { from, to }: Years, { x }: Scale): readonly Shape[] {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return [
    ...Array.from({ length: Math.ceil(rows / 2) }, (_, pair) =>
      rect(0, top + pair * 2 * rowHeight, width, rowHeight, band),
    ),
    ...years.flatMap((year) => {
      const [start, middle] = [x(`${year}-01-01`), x(`${year}-07-01`)]
      return [
        line([start, top - 24], [start, bottom], faint),
        line([middle, top], [middle, bottom], grid),
        label(String(year), [middle, top - 24], { fill: faint, align: 'center', fontWeight: 600 }),
      ]
    }),
    line([right, top - 24], [right, bottom], faint),
  ]
}

function drawRow(tailored: TailoredLine, y: number, scale: Scale, today: IsoDate): readonly Shape[] {
  const { line: action, entry } = tailored
  const middle = y + rowHeight / 2
  const status = shownStatus(tailored)
  const { color } = statusPaint[status ?? 'notApplicable']
  const title = breakLines(titleOf(action), 46)
  const lateness = latenessOf(tailored, today)
  const state = [statusWords(status), ...(lateness ? [latenessLabel[lateness].toLowerCase()] : [])].join('\n')
  return [
    label(action.code, [4, middle - 8], { fontSize: 13, fontWeight: 600 }),
    label(title, [86, middle - (title.includes('\n') ? 16 : 8)], { fontSize: 13 }),
    ...drawTiming(bindingTiming(tailored), middle, color, scale),
    ...bodyDate(entry?.planned, scale, (x) => [ring([x, middle])]),
    ...bodyDate(entry?.completed, scale, (x) => tick([x, middle])),
    label(state, [right + 10, middle - (state.includes('\n') ? 16 : 8)], {
      fill: color,
      fontSize: 13,
      fontWeight: 600,
    }),
  ]
}

function drawTiming(
  timing: ReturnType<typeof bindingTiming>,
  y: number,
  color: string,
  scale: Scale,
): readonly Shape[] {
  if (timing.kind === 'in-force') return [arrow([left, y], right, color, true)]
  const x = scale.x(timing.date)
  if (timing.kind === 'from') return [arrow([x, y], right, color, !scale.holds(timing.date))]
  return [line([left, y], [x, y], color, 1.5, 'dotted'), diamond([x, y], color)]
}

const bodyDate = (words: string | undefined, scale: Scale, draw: (x: number) => readonly Shape[]): readonly Shape[] => {
  const date = dayMeant(words)
  return date !== undefined && scale.holds(date) ? draw(scale.x(date)) : []
}

/** What the marks mean, on one line under the rows. */
function key(y: number, today: IsoDate | undefined): readonly Shape[] {
  const words = (content: string, x: number) => label(content, [x, y - 8], { fontSize: 13 })
  return [
    diamond([14, y], keyColour),
    words('entro la data', 30),
    arrow([136, y], 176, keyColour, false),
    words('da una data in poi', 184),
    arrow([318, y], 358, keyColour, true),
    words('sempre in vigore', 366),
    ring([492, y]),
    words('prevista dall’ente', 506),
    ...tick([638, y]),
    words('completata dall’ente', 652),
    ...(today === undefined
      ? []
      : [line([804, y - 9], [804, y + 9], todayColour, 2), words(`oggi, ${formatDate(today)}`, 814)]),
  ]
}

function describe(lines: readonly TailoredLine[], caption: string, { from, to }: Years, today: IsoDate): string {
  const kinds = { by: 'entro una data', from: 'da una data in poi', 'in-force': 'sempre in vigore' }
  const counts = Map.groupBy(lines, (tailored) => bindingTiming(tailored).kind)
  const parts = [...counts].map(([kind, group]) => `${group.length} ${kinds[kind]}`)
  const passed = Map.groupBy(lines, (tailored) => latenessOf(tailored, today))
  const codes = (lateness: 'late' | 'toTell') =>
    (passed.get(lateness) ?? []).map(({ line: { code } }) => code).join(', ')
  const late = codes('late')
  const toTell = codes('toTell')
  const delays = `${late === '' ? 'nessuna in ritardo' : `in ritardo ${late}`}${toTell && `, con lo stato da indicare ${toTell}`}`
  const total = plural(lines.length, 'linea', 'linee')
  return `${caption}, dal ${from} al ${to}. ${total}: ${parts.join(', ')}; al ${formatDate(today)} ${delays}.`
}
