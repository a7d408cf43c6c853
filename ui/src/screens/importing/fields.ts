/** The names of the fields of a row. */
import type { Field } from '../../host/generated/types';
import { t } from '../../i18n/i18n.svelte';

export function fieldName(field: Field): string {
  return t(`field-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}
