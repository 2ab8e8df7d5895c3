// SPDX-License-Identifier: AGPL-3.0-or-later

/** Colours of the Italian public administration's design system, as six hexadecimal digits. */
export const palette = {
  blue: '0066CC',
  navy: '17324D',
  ink: '1C1F23',
  slate: '4C5B6B',
  hairline: 'D3DAE1',
  mist: 'F2F6FA',
} as const

/** Colours of the self-contained HTML page, as its style sheet names them: `var(--ink)`. */
export const pageColours = {
  ink: '#17324d',
  blue: '#0059b3',
  line: '#c5cfd8',
  pale: '#f2f5f8',
  faint: '#455a6f',
  white: '#fff',
  black: '#000',
  focus: '#ff9900',
  band: '#004a94',
  edge: '#0073e6',
  notice: '#ffe9a8',
} as const
