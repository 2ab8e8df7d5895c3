// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who may ask. */
export type Permission = 'everyone'
