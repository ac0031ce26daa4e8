import type { FormState } from "@/lib/i18n/form-state";

/** A QR code as a drawing (lib/users/qr.ts). */
export interface QrDrawing {
  size: number;
  path: string;
}

/** What the form of the second factor shows after it was sent. */
export interface SecondFactorState extends FormState {
  /** A secret that waits for its first code: the form carries `key`, the app takes the drawing or the secret. */
  setup?: { key: string; secret: string; qr: QrDrawing };
  /** New recovery codes, shown this once. */
  codes?: string[];
}
