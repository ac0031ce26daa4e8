/**
 * Keeps the box that stands for all in step with the boxes named `id`: it chooses all, and a change of one shows in it.
 * The boxes are the form's own (no state), so that choices made before hydration count. Takes what was changed, if anything.
 */
export function keepInStep(form: HTMLFormElement | null, all: HTMLInputElement | null, changed?: EventTarget): void {
  if (!form || !all) return;
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="id"]:enabled')];
  if (changed === all) for (const box of boxes) box.checked = all.checked;
  const chosen = boxes.filter(({ checked }) => checked).length;
  all.checked = chosen > 0 && chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
}
