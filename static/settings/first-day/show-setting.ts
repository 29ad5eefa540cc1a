/** Brings a setting of this page into view, ready to be changed. */
export function showSetting(id: string): void {
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
