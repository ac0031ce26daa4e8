/** What scripts/start/command.mjs gives to a command's `main`. */
export interface CommandContext {
  /** The folder of the clone. */
  root: string;
  /** What stood after the command's name. */
  args: string[];
  /** Runs `work` and says what is under way, or how far it is by now, and how long it took (scripts/start/progress.mjs). */
  step: <T>(label: string | (() => string), work: () => Promise<T>) => Promise<T>;
  /** Aborted when somebody asks us to stop. */
  signal: AbortSignal;
  /** Builds what is stale of these steps (scripts/build.mjs). */
  build: (...steps: string[]) => Promise<void>;
}
