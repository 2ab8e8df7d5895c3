// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Config } from './config.ts'

/** What is allowed, but most likely not what is wanted: a line for each, with what to do. Printed at the start. */
export function warningsOf({ publicAddress, proxies }: Pick<Config, 'publicAddress' | 'proxies'>): readonly string[] {
  if (publicAddress === undefined || proxies !== undefined) return []
  return [
    [
      'Attenzione: TIMONE_URL è impostata e TIMONE_PROXIES no.',
      'Se davanti a Timone c’è un proxy, tutti sembrano venire dal suo indirizzo, e chi sbaglia troppe password fa aspettare tutti:',
      'scrivere l’indirizzo del proxy, per esempio TIMONE_PROXIES=127.0.0.1.',
      'Se non c’è: TIMONE_PROXIES=no.',
    ].join(' '),
  ]
}
