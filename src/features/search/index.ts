// SPDX-License-Identifier: AGPL-3.0-or-later
export const openSearchReader = (..._: unknown[]) => ({})
export const searchPages = (_: unknown): never[] => []
