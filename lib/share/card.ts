import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { config } from "@/lib/config";
import { publicDb } from "@/lib/db/public";
import { isId } from "@/lib/ids";
import { isMissingFile } from "@/lib/missing-file";
import { siteSettings } from "@/lib/settings/public";
import { shared } from "@/lib/shared";
import { drawCard } from "@/lib/share/draw";
import { cardFile, type CardContent } from "@/lib/share/public";

/** So many cards lie on the disk, some 15 KB each; of more the oldest are drawn again when they are asked for. */
const MOST_CARDS = 2_000;

/** A card, or the name of the file that it is in now. */
export type FoundCard = { bytes: Uint8Array<ArrayBuffer> } | { movedTo: string };

/**
 * The card of a published post, drawn the first time that it is asked for, one at a time. Takes the two parts of its
 * path as a request named them. Null for what is no published post. Index: the primary key.
 */
export async function readCard(id: string, file: string): Promise<FoundCard | null> {
  if (!isId(id)) return null;
  const [post, { name, accent }] = await Promise.all([
    publicDb.post.findFirst({ where: { id, status: "published" }, select: { title: true, category: { select: { name: true } } } }),
    siteSettings(),
  ]);
  if (!post) return null;
  const content = { title: post.title, section: post.category?.name ?? "", site: name, accent };
  const present = cardFile(content);
  if (file !== present) return { movedTo: present };
  const known = await kept(present);
  return { bytes: new Uint8Array(known ?? (await drawnInTurn(present, content))) };
}

const turn = shared("share.turn", () => ({ last: Promise.resolve<unknown>(undefined) }));

function drawnInTurn(file: string, content: CardContent): Promise<Buffer> {
  const drawn = turn.last.then(async () => {
    const known = await kept(file);
    if (known) return known;
    const bytes = await drawCard(content);
    await keep(file, bytes);
    return bytes;
  });
  turn.last = drawn.catch(() => undefined);
  return drawn;
}

async function kept(file: string): Promise<Buffer | null> {
  try {
    return await readFile(path.join(folder(), file));
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/** Under another name until it is whole. */
async function keep(file: string, bytes: Buffer): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder(), `${file}.${process.pid}`);
  await writeFile(unfinished, bytes, { mode: 0o600 });
  await rename(unfinished, path.join(folder(), file));
  await keepWithin(MOST_CARDS);
}

/** Removes the oldest files beyond so many. */
export async function keepWithin(most: number): Promise<void> {
  const names = await readdir(folder());
  if (names.length <= most) return;
  const files = await Promise.all(names.map(async (name) => ({ name, at: (await stat(path.join(folder(), name))).mtimeMs })));
  // A tenth more, so that it is not looked for at each new one.
  const gone = files.sort((a, b) => a.at - b.at).slice(0, names.length - Math.floor(most * 0.9));
  for (const { name } of gone) await rm(path.join(folder(), name), { force: true });
}

function folder(): string {
  return path.join(/* turbopackIgnore: true */ config().DATA_DIR, "share");
}
