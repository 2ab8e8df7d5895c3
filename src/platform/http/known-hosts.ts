// SPDX-License-Identifier: AGPL-3.0-or-later

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * The names under which the server may be reached; undefined: any. A server that listens on this machine alone trusts
 * who reaches it, so a name of somebody else's that was made to point here (DNS rebinding) must not do
 * (docs/decisions/0009).
 * @param listening the address that the server listens on
 * @param names further names, without port: those that a proxy in front of it hands on
 */
export const knownHosts = (listening: string, names: readonly string[]): readonly string[] | undefined =>
  listening === 'localhost' || listening === '::1' || listening.startsWith('127.')
    ? [...loopback, listening, ...names]
    : names.length > 0
      ? names
      : undefined

/** The name in a `Host` header, small letters, without its port. */
export const hostName = (host: string): string => host.toLowerCase().replace(/:\d*$/, '')
