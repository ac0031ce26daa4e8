import { shared } from "@/lib/shared";

type Close = () => Promise<unknown>;

const closings = shared("closings", () => new Set<Close>());

/** Notes what must be closed when the process ends well: a pool, a worker. Called where it is made. */
export function whenClosing(close: Close): void {
  closings.add(close);
}

/** Closes all that was noted, the last first; what fails to close does not keep the others open. */
export async function closeShared(): Promise<void> {
  await Promise.allSettled([...closings].reverse().map((close) => close()));
}
