import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { logError } from "@/lib/log";
import { MAX_PIXELS, MAX_SIDE_PIXELS, WIDTHS } from "@/lib/media/schema";
import { shared } from "@/lib/shared";

/** How long the making of one picture may take before its process is ended, in milliseconds. */
const MAX_ENCODING_MS = 60_000;

const bytes = z.instanceof(Uint8Array<ArrayBuffer>);

/** What the process that decodes hostile bytes answers: parsed like anything that comes from outside. */
const answer = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    width: z.int().positive(),
    height: z.int().positive(),
    blur: bytes.nullable(),
    renditions: z.array(z.object({ width: z.int().positive(), type: z.enum(["avif", "webp", "jpg"]), bytes })).min(1),
  }),
  z.object({ ok: z.literal(false), error: z.enum(["notAPicture", "pictureTooLarge"]) }),
]);

/** A picture made anew: its upright size in pixels, a placeholder, and its files, smallest first. */
export type Encoded = z.infer<typeof answer>;

/**
 * Judges a picture by its content and makes it anew in every width (WIDTHS, never beyond its own): upright, in sRGB,
 * without metadata (EXIF, GPS). What was uploaded is not kept. Takes untrusted bytes; they are decoded in a process of
 * their own that knows none of our settings (encoder.mjs), one picture at a time. Returns the renditions, or
 * `notAPicture` (no JPEG, PNG, WebP, AVIF or still GIF, a damaged one, or one that ends or stalls the decoder), or
 * `pictureTooLarge` (in pixels, before it is decoded). Throws when the program itself does not run.
 */
export function encodePicture(bytes: Uint8Array): Promise<Encoded> {
  return inTurn(() => ask({ bytes, widths: WIDTHS, maxPixels: MAX_PIXELS, maxSidePixels: MAX_SIDE_PIXELS }));
}

const turn = shared("media.turn", () => ({ last: Promise.resolve<unknown>(undefined) }));

/** Does this work after all that came before: a decoded picture can take 160 MB. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.last.then(work);
  turn.last = Promise.allSettled([mine]);
  return mine;
}

async function ask(question: object): Promise<Encoded> {
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/media/encoder.mjs");
  const child = fork(program, {
    serialization: "advanced",
    env: { NODE_ENV: "production" },
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), MAX_ENCODING_MS);
  try {
    return answer.parse(await answerOf(child, question));
  } finally {
    clearTimeout(timer);
    child.removeAllListeners("exit").kill("SIGKILL");
  }
}

function answerOf(child: ChildProcess, question: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal === null) return reject(new Error(`The picture encoder ended with ${code}.`));
      logError("a picture ended its decoder", new Error(signal));
      resolve({ ok: false, error: "notAPicture" });
    });
    child.send(question);
  });
}
