import { createChallenge, randomInt, verifySolution, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { keyFor } from "@/lib/keys";

/** A second or so of a browser's time: this many keys are tried, each of so many rounds (PBKDF2). */
const COUNTS = { least: 200, most: 400 };
const ROUNDS = 5_000;
const VALID_SECONDS = 600;

const MAX_PROOF_CHARS = 4_000;

/** What a browser sends back: the challenge as it was given, and what it found. ALTCHA's payload, as JSON in base64. */
const proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.number(),
      data: z.object({ comment: z.uuid() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/**
 * Makes work for a browser (ALTCHA, on this server), bound to one comment and signed, to be done within ten minutes.
 * Takes the comment's id. Returns what `components/public/prove.ts` solves.
 */
export async function challengeFor(commentId: string): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: ROUNDS,
    counter: randomInt(COUNTS.most, COUNTS.least),
    deriveKey,
    data: { comment: commentId },
    expiresAt: new Date(Date.now() + VALID_SECONDS * 1000),
    ...secrets(),
  });
}

/** The comment for which a proof shows that the work was done: `expired` when that came too late, null when it shows nothing. Takes what was sent; never throws. */
export async function provenComment(sent: string): Promise<{ id: string } | "expired" | null> {
  const parsed = proof.safeParse(readJson(sent));
  if (!parsed.success) return null;
  const { challenge, solution } = parsed.data;
  const result = await verifySolution({ challenge, solution, deriveKey, ...secrets() });
  if (result.expired) return "expired";
  return result.verified ? { id: challenge.parameters.data.comment } : null;
}

function secrets() {
  return {
    hmacSignatureSecret: keyFor("comment.challenge").toString("hex"),
    hmacKeySignatureSecret: keyFor("comment.challenge.key").toString("hex"),
  };
}

function readJson(sent: string): unknown {
  if (sent.length > MAX_PROOF_CHARS) return null;
  try {
    return JSON.parse(Buffer.from(sent, "base64").toString("utf8"));
  } catch {
    return null; // no JSON: that is the answer, not a failure
  }
}
