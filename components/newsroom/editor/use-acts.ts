import { useState } from "react";
import type { Notice, Problem } from "./view";

/** Runs one act at a time, with the messages of the last one gone. An act gives what to say of it, or null when it was refused. */
export function useActs() {
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function act(work: () => Promise<Notice>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setNotice(null);
    setProblem(null);
    const done = await work();
    setNotice(done);
    setBusy(false);
    return done !== null;
  }
  return { isBusy, notice, problem, setProblem, act };
}
