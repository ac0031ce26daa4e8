import focus from "@/components/public/post/focus.module.css";
import { pathFor, type PictureFiles } from "@/lib/media/shown";
import styles from "./author-head.module.css";

export interface AuthorHeadProps {
  author: {
    name: string;
    bio: string;
    picture: (PictureFiles & { alt: string; focalX: number; focalY: number }) | null;
  };
  /** What stands over the name: that this is somebody of the newsroom. */
  kicker: string;
}

/** Twice the largest size at which it is shown. */
const PIXELS = 352;

/** Who writes here: picture, name and their own words, a paragraph for each block of lines. */
export function AuthorHead({ author: { name, bio, picture }, kicker }: AuthorHeadProps) {
  const paragraphs = bio.split(/\n{2,}/).filter(Boolean);
  return (
    <header className={picture ? `${styles.head} ${styles.pictured}` : styles.head}>
      {picture && <Portrait picture={picture} />}
      <div className={styles.words}>
        <p className={styles.kicker}>{kicker}</p>
        <h1 className={styles.name}>
          <bdi>{name}</bdi>
        </h1>
        {paragraphs.map((text, index) => (
          <p key={index} className={styles.bio}>
            {text}
          </p>
        ))}
      </div>
    </header>
  );
}

/** Round, and cut around the picture's focal place (components/public/post/focus.module.css). */
function Portrait({ picture }: { picture: NonNullable<AuthorHeadProps["author"]["picture"]> }) {
  const place = [picture.focalX, picture.focalY].map((percent) => Math.round(percent / 10));
  return (
    <picture>
      <source type="image/webp" srcSet={pathFor(picture, PIXELS)} />
      <img
        className={[styles.portrait, focus[`x${place[0]}`], focus[`y${place[1]}`]].join(" ")}
        src={pathFor(picture, PIXELS, "jpg")}
        alt={picture.alt}
        width={176}
        height={176}
        decoding="async"
      />
    </picture>
  );
}
