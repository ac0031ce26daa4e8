import { pathFor, sourcesOf, srcSetOf, type PictureFiles } from "@/lib/media/shown";
import focus from "./focus.module.css";
import styles from "./lead-picture.module.css";

/**
 * How wide a picture is on a phone, as `sizes` says it: tokens.css's gutters leave up to 14 px more, for which a phone of
 * 412 px (1.75 to the pixel) would fetch the picture of 960 px instead of 640, with twice the points.
 */
export const BETWEEN_GUTTERS = "calc(100vw - 3rem)";

export interface LeadPictureProps {
  picture: PictureFiles & {
    alt: string;
    width: number;
    height: number;
    /** The place in percent of width and height that every crop keeps. */
    focalX: number;
    focalY: number;
    /** A tiny WebP, shown until the picture is there; null for one that shines through. */
    blur: Uint8Array | null;
  };
  /** How wide it is shown, as the `sizes` attribute of HTML says it. */
  sizes: string;
  /** Whether it is seen before scrolling: then it is not loaded late. */
  first?: boolean;
  /** Whether it is cut to 3:2, as in lists. */
  isCropped?: boolean;
}

/**
 * A post's picture in the sizes made at upload, as AVIF, WebP and JPEG; its room is kept and its colours are seen
 * before it is there. Where it is cropped (lists), the picture's focal place stays in sight: by classes, in steps of
 * 10 %, since readers' pages take no inline styles (CONTRACT.md 16).
 */
export function LeadPicture({ picture, sizes, first = false, isCropped = false }: LeadPictureProps) {
  const { alt, width, height, blur } = picture;
  return (
    <span className={styles.frame}>
      {blur && (
        <img
          className={styles.blur}
          src={`data:image/webp;base64,${Buffer.from(blur).toString("base64")}`}
          alt=""
          width={width}
          height={height}
        />
      )}
      <picture>
        {sourcesOf(picture).map(({ type, srcSet }) => (
          <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
        ))}
        <img
          className={[
            styles.picture,
            ...(isCropped ? [styles.cropped, focus[`x${step(picture.focalX)}`], focus[`y${step(picture.focalY)}`]] : []),
          ].join(" ")}
          src={pathFor(picture, width, "jpg")}
          srcSet={srcSetOf(picture, "jpg")}
          sizes={sizes}
          width={width}
          height={height}
          alt={alt}
          loading={first ? "eager" : "lazy"}
          fetchPriority={first ? "high" : "auto"}
          decoding="async"
        />
      </picture>
    </span>
  );
}

function step(percent: number): number {
  return Math.round(percent / 10);
}
