import type { ErrorCode } from "@/lib/result";
import type { SaveAnswer, Saver, SentFields } from "./saver";

/** How far what is typed has come: on the server, on its way there, or no farther than this browser. */
export type SaveState =
  | { is: "stored"; at: Date | null }
  | { is: "changed" }
  | { is: "storing" }
  | { is: "kept"; why: ErrorCode | "offline"; isOnDevice: boolean };

/** What an autosave works with. */
export interface Parts {
  saver: Saver;
  /** The fields as they are now. */
  read: () => SentFields;
  /** Keeps them on this device; false when it has no room. */
  keep: () => boolean;
  /** Lets what the device keeps go: the server has it. */
  forget: () => void;
  onState: (state: SaveState) => void;
  onAnswer: (answer: SaveAnswer, sent: SentFields) => void;
}
