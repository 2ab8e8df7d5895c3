// SPDX-License-Identifier: AGPL-3.0-or-later

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const

/** `Firefox su Linux`, as far as the browser tells. */
export function deviceWords(userAgent = ''): string {
  const find = (known: readonly (readonly [string, string])[]) => known.find(([sign]) => userAgent.includes(sign))?.[1]
  const browser = find(browsers) ?? 'Browser sconosciuto'
  const system = find(systems)
  return system ? `${browser} su ${system}` : browser
}
