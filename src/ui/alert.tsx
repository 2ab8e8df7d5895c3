// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'

/** A message in the flow of the page. */
export function Alert({
  tone,
  children,
}: {
  tone: 'info' | 'success' | 'warning' | 'danger'
  children: ComponentChildren
}) {
  return <div class={`alert alert-${tone} t-alert`}>{children}</div>
}
