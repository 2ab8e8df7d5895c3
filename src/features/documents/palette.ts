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
