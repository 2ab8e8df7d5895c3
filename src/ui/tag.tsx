// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon, type IconName } from './icon.tsx'

/** How a tag is coloured; its icon and words say the same without colour. */
export type Tone = 'neutral' | 'quiet' | 'info' | 'success' | 'warning' | 'danger'

/** A short state: icon and words. */
export function Tag({ tone, icon, label }: { tone: Tone; icon: IconName; label: string }) {
  return (
    <span class={`t-tag t-tag-${tone}`}>
      <Icon name={icon} size="xs" />
      {label}
    </span>
  )
}
