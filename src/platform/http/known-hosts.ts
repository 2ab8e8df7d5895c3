// SPDX-License-Identifier: AGPL-3.0-or-later

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * The host names that the server answers to; undefined: any. A server that listens only on this machine trusts everyone
 * who reaches it, so it must refuse foreign names that were made to point here (DNS rebinding; docs/decisions/0009).
 * @param listening the address that the server listens on
 * @param names other names, without port, that a proxy in front passes on
 */
export const knownHosts = (listening: string, names: readonly string[]): readonly string[] | undefined =>
  listening === 'localhost' || listening === '::1' || listening.startsWith('127.')
    ? [...loopback, listening, ...names]
    : names.length > 0
      ? names
      : undefined

/** The name in a `Host` header, in lower case and without the port. */
export const hostName = (host: string): string => host.toLowerCase().replace(/:\d*$/, '')
