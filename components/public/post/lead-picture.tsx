import { picturePath, type PictureType } from "@/lib/media/schema";
import styles from "./lead-picture.module.css";

export interface LeadPictureProps {
  picture: { id: string; alt: string; width: number; height: number; widths: number[] };
  /** How wide it is shown, as the `sizes` attribute of HTML says it. */
  sizes: string;
  /** Whether it is seen before scrolling: then it is not loaded late. */
  first?: boolean;
}

/** A post's picture in the sizes made at upload, as WebP and JPEG; its room is kept before it is there. */
export function LeadPicture({ picture: { id, alt, width, height, widths }, sizes, first = false }: LeadPictureProps) {
  const set = (type: PictureType) => widths.map((pixels) => `${picturePath(id, pixels, type)} ${pixels}w`).join(", ");
  return (
    <picture>
      <source type="image/webp" srcSet={set("webp")} sizes={sizes} />
      <img
        className={styles.picture}
        src={picturePath(id, widths.at(-1) ?? width, "jpg")}
        srcSet={set("jpg")}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={first ? "eager" : "lazy"}
        fetchPriority={first ? "high" : "auto"}
        decoding="async"
      />
    </picture>
  );
}
