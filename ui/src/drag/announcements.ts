/** What a screen reader announces during a drag. */
import { announce, announceAtRest, cancelAnnouncement } from '../kit/announcer.svelte';
import { t } from '../i18n/i18n.svelte';

export function announceLifted(title: string): void {
  announce(t('drag-lifted', { title }));
}

/**
 * Announces the current target. Each step of the keyboard is announced. A pointer passes many targets,
 * so only the one it rests on is.
 */
export function announceTarget(by: 'pointer' | 'keys', message: () => string): void {
  if (by === 'keys') announce(message());
  else announceAtRest(message);
}

export function announceRestored(): void {
  announce(t('drag-restored'));
}

/** Drops the announcement of a target that is no longer current. */
export function cancelTarget(): void {
  cancelAnnouncement();
}
