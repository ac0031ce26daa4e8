/** Under which name a form's drafts lie on the device: that of what it is sent to, which names its post. Takes its `action`. */
export function draftsName(action: string | null | undefined): string {
  return `draft ${String(action)}`;
}
