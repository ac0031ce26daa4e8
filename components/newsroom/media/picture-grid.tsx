import Link from "next/link";
import type { Picture } from "@/lib/media/schema";
import { pathFor } from "@/lib/media/shown";
import styles from "./media.module.css";

/** The library's pictures, each a link to its own page; its name is its alternative text. */
export function PictureGrid({ pictures, label }: { pictures: Picture[]; label: string }) {
  return (
    <ul role="list" aria-label={label} className={styles.grid}>
      {pictures.map((picture) => (
        <li key={picture.id}>
          <Link href={`/admin/media/${picture.id}`} prefetch={false} className={styles.tile}>
            <img src={pathFor(picture, 320)} alt={picture.alt} width={picture.width} height={picture.height} loading="lazy" />
          </Link>
          {picture.credit && <p className={styles.credit}>{picture.credit}</p>}
        </li>
      ))}
    </ul>
  );
}
