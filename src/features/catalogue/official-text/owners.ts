// SPDX-License-Identifier: AGPL-3.0-or-later

/** `AGID, Consip` → two owners; a comma inside a legal reference («aprile 2014, n. 66») does not separate. */
export const splitOwners = (printed: string): string[] =>
  printed
    .split(/,(?!\s*n\.)/)
    .map((owner) => owner.trim())
    .filter((owner) => owner !== '')
